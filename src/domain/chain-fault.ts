import { genesis, type HashText, type Origin } from './chain.js'
import type { ChainBreak, ChainHead, LinkedEvent } from './chain-check.js'

/** What was done to a chain, as far as it shows. */
export const CHAIN_FAULTS = ['changed', 'dropped', 'swapped', 'inserted', 'cut_off'] as const
export type ChainFaultKind = (typeof CHAIN_FAULTS)[number]

/** The first event that is not what or where it was. */
export interface ChainFault {
  seq: number
  fault: ChainFaultKind
}

/**
 * Names what happened at a break that `verifyChain` found in these events. A link that was hashed says which number it
 * had and on what it hung: that tells one that was moved from one that was put in or taken out.
 */
export function nameBreak(
  hash: HashText,
  origin: Origin,
  { events, head }: { events: readonly LinkedEvent[]; head: ChainHead },
  { seq, fault }: ChainBreak,
): ChainFault {
  const event = events[seq - 1]
  if (fault === 'missing') return missing(event, seq, head)
  const before = events[seq - 2]
  const due = before?.hash ?? genesis(hash, origin, head.hash)
  const own = event && linkOf(hash, event)
  if (!event || !own || (own.seq === seq && own.previous_hash === due)) {
    return { seq, fault: 'changed' }
  }
  const twice = events.some((one, index) => index !== seq - 1 && one.hash === event.hash)
  if (twice) return { seq, fault: 'inserted' }
  if (before && own.seq === seq - 1 && own.previous_hash === before.previous_hash) {
    return { seq: seq - 1, fault: 'inserted' }
  }
  const rightful = events.findIndex(
    (one, index) => index >= seq && linkOf(hash, one).previous_hash === due,
  )
  if (rightful !== -1) return { seq, fault: own.seq === rightful + 1 ? 'swapped' : 'inserted' }
  if (own.seq > seq) return { seq, fault: 'dropped' }
  // It hangs on another than stands before it: that one was written anew, with a hash of its own.
  return { seq: Math.max(1, seq - 1), fault: 'changed' }
}

function missing(event: LinkedEvent | undefined, seq: number, head: ChainHead): ChainFault {
  if (event) return { seq, fault: 'dropped' }
  return head.seq >= seq ? { seq, fault: 'cut_off' } : { seq: head.seq + 1, fault: 'inserted' }
}

/** What a link says of itself; where its text is not what was hashed, what stands beside it. */
function linkOf(hash: HashText, event: LinkedEvent): { seq: number; previous_hash: string } {
  if (hash(event.canonical, event.hash) !== event.hash) return event
  try {
    const said = JSON.parse(event.canonical) as { seq: number; previous_hash: string }
    return { seq: said.seq, previous_hash: said.previous_hash }
  } catch {
    return event
  }
}
