import { eventsOf } from '../db/chain.js'
import type { StoredEvent } from '../db/event.js'
import type { StoredFinding } from '../db/finding-row.js'
import type { Handle } from '../db/handle.js'
import type { HashText } from '../domain/chain.js'
import { verifyChain } from '../domain/chain-check.js'
import { unlikeRecord } from '../domain/recorded-finding.js'
import type { EventType } from '../domain/vocabulary.js'

/** What ends a finding. */
const ENDINGS: readonly EventType[] = ['closed', 'closed_unreported', 'withdrawn']
/** Findings whose whole records are held in memory at one time. */
const AT_ONCE = 50

/** A finding that has ended, whose row says what its whole record says. */
export interface Proven {
  stored: StoredFinding
  /** The event by which it ended. */
  ending: StoredEvent
  /** The last event that its reader may read. */
  head: { seq: number; hash: string }
}

/**
 * Ended findings against their whole records, read as the system: nothing is certified that does not hold by itself, or
 * that its record contradicts. `heads` are the last events their reader may read. Throws where one does not hold.
 */
export async function proveEnded(
  h: Handle,
  hash: HashText,
  findings: readonly StoredFinding[],
  heads: ReadonlyMap<string, { seq: number; hash: string }>,
): Promise<Proven[]> {
  const proven: Proven[] = []
  for (let begin = 0; begin < findings.length; begin += AT_ONCE) {
    const some = findings.slice(begin, begin + AT_ONCE)
    const events = await eventsOf(
      h,
      some.map(({ finding }) => finding.id),
    )
    for (const stored of some) {
      const { id } = stored.finding
      const own = events.filter(({ finding_id }) => finding_id === id)
      proven.push(prove(hash, stored, own, heads.get(id)))
    }
  }
  return proven
}

function prove(
  hash: HashText,
  stored: StoredFinding,
  events: readonly StoredEvent[],
  head: { seq: number; hash: string } | undefined,
): Proven {
  const { id, office_id, notice_id, seq } = stored.finding
  const last = { seq, hash: stored.last_hash }
  const broken = verifyChain(hash, { office_id, notice_id, finding_id: id }, events, last)
  if (broken) throw new Error(`the chain of ${id} breaks at ${broken.seq}: ${broken.fault}`)
  const unlike = unlikeRecord(stored.finding, events)
  if (unlike.length > 0) throw new Error(`the record of ${id} contradicts ${unlike.join(', ')}`)
  const ending = events.findLast(({ type }) => ENDINGS.includes(type))
  if (!ending) throw new Error(`nothing in the record of ${id} ends it`)
  if (!head || events[head.seq - 1]?.hash !== head.hash) {
    throw new Error(`the record of ${id} has not what was read of it`)
  }
  return { stored, ending, head: { seq: head.seq, hash: head.hash } }
}
