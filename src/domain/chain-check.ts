import {
  type ChainLink,
  canonicalOf,
  digests,
  genesis,
  type HashText,
  type Origin,
  type RecordedEvent,
} from './chain.js'

/** An event as it was stored with its link; texts and salt are null where there were none or they were erased. */
export type LinkedEvent = RecordedEvent & ChainLink & { salt: string | null }

/** Where a chain breaks first: an event missing or out of order, not hung on its predecessor, or altered. */
export interface ChainBreak {
  seq: number
  fault: 'missing' | 'unlinked' | 'altered'
}

/**
 * The first break in a finding's chain, or null where it is whole. `events` are all of them by `seq`; `head` is
 * what the finding itself says of its last event, without which a chain cut off at its end looks whole.
 */
export function verifyChain(
  hash: HashText,
  origin: Origin,
  events: readonly LinkedEvent[],
  head: { seq: number; hash: string | null } | null,
): ChainBreak | null {
  let previous = genesis(hash, origin)
  for (const [index, event] of events.entries()) {
    const seq = index + 1
    if (event.seq !== seq) return { seq, fault: 'missing' }
    if (event.previous_hash !== previous) return { seq, fault: 'unlinked' }
    if (!isWhole(hash, origin, event)) return { seq, fault: 'altered' }
    previous = event.hash
  }
  if (!head) return null
  if (head.seq !== events.length) return { seq: events.length + 1, fault: 'missing' }
  const last = events.at(-1)
  return last && last.hash !== head.hash ? { seq: last.seq, fault: 'altered' } : null
}

/** Whether text, hash and the event's own columns say the same. Erased texts are believed by their digests. */
function isWhole(hash: HashText, origin: Origin, event: LinkedEvent): boolean {
  const { canonical, previous_hash, texts, salt } = event
  if (hash(canonical) !== event.hash) return false
  const digested = texts ? digests(hash, texts, salt ?? '') : digestsIn(canonical)
  return canonicalOf(origin, event, digested, previous_hash) === canonical
}

function digestsIn(canonical: string): unknown {
  try {
    const link: unknown = JSON.parse(canonical)
    return typeof link === 'object' && link !== null && 'texts' in link ? link.texts : null
  } catch {
    return null
  }
}
