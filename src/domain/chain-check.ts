import {
  type ChainLink,
  canonicalOf,
  digests,
  formOf,
  genesis,
  type HashText,
  type Origin,
  type RecordedEvent,
} from './chain.js'

/** An event as it was stored with its link; texts and salt are null where there were none or they were erased. */
export type LinkedEvent = RecordedEvent & ChainLink & { salt: string | null }

/** Whether an event had words and has them no more. Between quotes that are not escaped no word anybody wrote can stand. */
export function hasLostWords({
  texts,
  canonical,
}: Pick<LinkedEvent, 'texts' | 'canonical'>): boolean {
  return texts === null && !canonical.includes('"texts":null,"type":')
}

/** Where a chain breaks first: an event missing or out of order, not hung on its predecessor, or altered. */
export interface ChainBreak {
  seq: number
  fault: 'missing' | 'unlinked' | 'altered'
}

/** What a finding itself says of its last event. */
export interface ChainHead {
  seq: number
  hash: string | null
}

/**
 * The first break in a finding's chain, or null where it is whole. `events` are all of them by `seq`; without `head` a
 * chain cut off at its end looks whole.
 */
export function verifyChain(
  hash: HashText,
  origin: Origin,
  events: readonly LinkedEvent[],
  head: ChainHead | null,
): ChainBreak | null {
  const walk = walkChain(hash, origin)
  for (const event of events) {
    const found = walk.next(event)
    if (found) return found
  }
  return head && walk.end(head)
}

/** A chain looked at one event after the other, however long it is; after the first break there is no more to ask. */
export interface ChainWalk {
  next(event: LinkedEvent): ChainBreak | null
  end(head: ChainHead): ChainBreak | null
}

/** Begins at the first link of a finding's chain. */
export function walkChain(hash: HashText, origin: Origin): ChainWalk {
  let previous: string | null = null
  let count = 0
  return {
    next(event) {
      const seq = count + 1
      if (event.seq !== seq) return { seq, fault: 'missing' }
      previous ??= genesis(hash, origin, event.previous_hash)
      if (event.previous_hash !== previous) return { seq, fault: 'unlinked' }
      if (!isWhole(hash, origin, event)) return { seq, fault: 'altered' }
      previous = event.hash
      count = seq
      return null
    },
    end(head) {
      if (head.seq !== count) return { seq: count + 1, fault: 'missing' }
      return count > 0 && previous !== head.hash ? { seq: count, fault: 'altered' } : null
    },
  }
}

/** Whether text, hash and the event's own columns say the same. Erased texts are believed by their digests. */
function isWhole(hash: HashText, origin: Origin, event: LinkedEvent): boolean {
  const { canonical, previous_hash } = event
  if (hash(canonical, previous_hash) !== event.hash) return false
  const texts = digestsOf(hash, event)
  const form = formOf(canonical)
  return canonicalOf(origin, event, { texts, previous_hash, form }) === canonical
}

function digestsOf(hash: HashText, event: LinkedEvent): unknown {
  const { canonical, previous_hash, texts, salt } = event
  if (texts) return digests(hash, texts, salt ?? '', previous_hash)
  return hasLostWords(event) ? digestsIn(canonical) : null
}

function digestsIn(canonical: string): unknown {
  try {
    const link: unknown = JSON.parse(canonical)
    return typeof link === 'object' && link !== null && 'texts' in link ? link.texts : null
  } catch {
    return null
  }
}
