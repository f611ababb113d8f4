import type { OfficeRecord } from '../../../src/audit/read-office.js'
import type { EventType, FindingCommandName } from '../../../src/domain/vocabulary.js'
import type { Done } from '../load.js'
import { WORDLESS } from '../moves.js'
import type { KeptKey } from './facts.js'

/** What the ledger and the database disagree on, in words. */
export interface LedgerAudit {
  /** Commands that were promised to be done and left no effect, or no key. */
  lost: string[]
  /** Effects that are there twice, or that nobody was promised. */
  doubled: string[]
  /** Refused commands that left a trace, and commands whose fate stayed unknown. */
  other: string[]
}

const EVENT_OF: Partial<Record<FindingCommandName, EventType>> = {
  acknowledge: 'acknowledged',
  begin_review: 'review_begun',
}
const WORDS = /\b(?:storm|calm)-\d{6}\b/g

/**
 * Every 2xx is one event and one key, every refusal no event, and no event is there that was not promised. Events
 * are found by the ledger's id in their words; those without words are counted per finding and kind.
 */
export function checkLedger(
  done: readonly Done[],
  records: readonly OfficeRecord[],
  keys: readonly KeptKey[],
): LedgerAudit {
  const audit: LedgerAudit = { lost: [], doubled: [], other: [] }
  const events = eventsById(records)
  const kept = countBy(keys, ({ key }) => key)
  for (const { id, command, status } of done) {
    const found = events.get(id) ?? 0
    const keyed = kept.get(`${id}-key`) ?? 0
    if (status === 'unknown') audit.other.push(`${id}: 没有得到明确的答复`)
    else if (status < 300) {
      const wanted = WORDLESS.includes(command) ? 0 : 1
      if (found < wanted || keyed < 1) audit.lost.push(`${id}: ${status}，记录${found}，键${keyed}`)
      if (found > wanted || keyed > 1) audit.doubled.push(`${id}: 记录${found}，键${keyed}`)
    } else {
      const allowed = status === 409 || status === 422 ? 1 : 0
      if (found > 0 || keyed > allowed) audit.other.push(`${id}: 被拒（${status}）却留下痕迹`)
    }
  }
  const known = new Set(done.map(({ id }) => id))
  for (const id of events.keys()) if (!known.has(id)) audit.doubled.push(`${id}: 没有人发过`)
  checkWordless(done, records, audit)
  return audit
}

function checkWordless(
  done: readonly Done[],
  records: readonly OfficeRecord[],
  audit: LedgerAudit,
): void {
  const promised = countBy(
    done.filter(({ status }) => status !== 'unknown' && status < 300),
    ({ finding_id, command }) => `${finding_id} ${EVENT_OF[command] ?? '-'}`,
  )
  for (const { one } of records.flatMap(({ cases }) => cases)) {
    const { id } = one.stored.finding
    for (const type of Object.values(EVENT_OF)) {
      const there = one.events.filter((event) => event.type === type).length
      const wanted = promised.get(`${id} ${type}`) ?? 0
      if (there < wanted) audit.lost.push(`${id}: ${type} ${there}，应有${wanted}`)
      if (there > wanted) audit.doubled.push(`${id}: ${type} ${there}，应有${wanted}`)
    }
  }
}

function eventsById(records: readonly OfficeRecord[]): Map<string, number> {
  const events = records.flatMap(({ cases }) => cases.flatMap(({ one }) => one.events))
  const ids = events.flatMap(({ texts }) => JSON.stringify(texts ?? {}).match(WORDS) ?? [])
  return countBy(ids, (id) => id)
}

function countBy<T>(items: readonly T[], nameOf: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(nameOf(item), (counts.get(nameOf(item)) ?? 0) + 1)
  return counts
}
