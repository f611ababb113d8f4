import { eachEvent, headsAfter } from '../../db/chain.js'
import { listEvents } from '../../db/event.js'
import type { Handle } from '../../db/handle.js'
import type { Pool } from '../../db/pool.js'
import { type Transaction, transaction } from '../../db/transaction.js'
import type { HashText } from '../../domain/chain.js'
import { nameBreak } from '../../domain/chain-fault.js'
import { originOf, type Suspects, startChains, subjectOf } from './chains.js'
import type { RecordFault } from './fault.js'

/** Findings read together; of their events each is looked at as it comes, and none is held. */
const FINDINGS = 500
/** Milliseconds for a page, of however many events: nobody waits for it. */
const PATIENCE = 3_600_000
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'
const AFTER_ALL = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** One page of findings whose chains were walked. */
export interface WalkedPage {
  /** The last finding walked; null after the last of all. */
  after: string | null
  findings: number
  events: number
  erased: number
  faults: readonly RecordFault[]
}

/**
 * Walks the chains of the findings after one by id, all of them as of one moment, so that work going on beside is no
 * fault; from the very first with null.
 */
export function walkPage(pool: Pool, hash: HashText, after: string | null): Promise<WalkedPage> {
  const read = async (tx: Transaction): Promise<WalkedPage> => {
    const heads = await headsAfter(tx, after ?? BEFORE_ALL, FINDINGS)
    const last = heads.length < FINDINGS ? null : (heads.at(-1)?.finding_id ?? null)
    const chains = startChains(hash, heads)
    let events = 0
    await eachEvent(tx, { after: after ?? BEFORE_ALL, last: last ?? AFTER_ALL }, (event) => {
      chains.take(event)
      events += 1
    })
    const suspects = chains.end()
    const faults = await named(tx, hash, suspects)
    return { after: last, findings: heads.length, events, erased: suspects.erased, faults }
  }
  return transaction(pool, read, { snapshot: true, patience: PATIENCE })
}

/** Breaks by what was done; for that all events of the finding are looked at together. */
async function named(
  h: Handle,
  hash: HashText,
  { broken, faults }: Suspects,
): Promise<RecordFault[]> {
  const all = [...faults]
  for (const { head, found } of broken) {
    const events = await listEvents(h, head.finding_id)
    const { seq, fault } = nameBreak(hash, originOf(head), { events, head }, found)
    all.push({ ...subjectOf(head), seq, fault })
  }
  return all.toSorted((a, b) => (a.finding_id < b.finding_id ? -1 : 1))
}
