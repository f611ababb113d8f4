import type { StoredEvent } from '../../src/db/event.js'
import { genesis, linkEvent } from '../../src/domain/chain.js'
import { asOwner } from '../db/support.js'
import { sha256 } from './seed-chains.js'

/** Does something to the record that no role may do: whoever owns the database can switch its guards off. */
export async function tamper(url: string, ...texts: readonly string[]): Promise<void> {
  const guards = (how: string) => `alter table finding_event ${how} trigger user`
  await asOwner(url, [guards('disable'), ...texts, guards('enable')].join(';\n'))
}

/** Statements that do one thing to event `n` of a finding; the finding's own count follows where it must. */
export const TAMPERINGS = {
  changed: (id: string, n: number) => [
    `update finding_event set data = data || '{"forged": true}' where ${at(id, n)}`,
  ],
  dropped: (id: string, n: number) => [
    `delete from finding_event where ${at(id, n)}`,
    ...shift(id, n, -1),
  ],
  swapped: (id: string, n: number) => [
    `update finding_event set seq = 1000000 where ${at(id, n)}`,
    `update finding_event set seq = ${n} where ${at(id, n + 1)}`,
    `update finding_event set seq = ${n + 1} where ${at(id, 1_000_000)}`,
  ],
  inserted: (id: string, n: number, events: readonly StoredEvent[], notice_id: string) => [
    ...shift(id, n - 1, 1),
    `insert into finding_event select forged.* from finding_event e,
     jsonb_populate_record(e, '${JSON.stringify(forged(events, n, notice_id))}') forged
     where e.finding_id = '${id}' and e.seq = ${n + 1}`,
  ],
  cut_off: (id: string, n: number) => [
    `delete from finding_event where finding_id = '${id}' and seq >= ${n}`,
  ],
} as const

const at = (id: string, n: number) => `finding_id = '${id}' and seq = ${n}`

/** Moves what follows event `n` by one, and the finding's own count with it. */
function shift(id: string, n: number, by: 1 | -1): string[] {
  return [
    `update finding_event set seq = seq + 1000000 where finding_id = '${id}' and seq > ${n}`,
    `update finding_event set seq = seq - 1000000 + ${by}
     where finding_id = '${id}' and seq > 1000000`,
    `update finding set seq = seq + ${by} where id = '${id}'`,
  ]
}

/** What is new about an event that was never there, with a right hash of its own, hung on the one before `n`. */
function forged(events: readonly StoredEvent[], n: number, notice_id: string): object {
  const [model, before] = [events[n - 1], events[n - 2]]
  if (!model || !before) throw new Error(`there is no place ${n}`)
  const { office_id, finding_id } = model
  const said = { ...model, texts: { text: '从未说过' } }
  const origin = { office_id, notice_id, finding_id }
  const link = linkEvent(sha256, origin, said, said.salt ?? '', before.hash)
  return { seq: n, texts: said.texts, ...link }
}

/** Writes a whole chain anew as if event `n` had said something else: every hash of it is right. */
export function rewritten(events: readonly StoredEvent[], n: number, notice_id: string): string[] {
  const [first] = events
  if (!first) throw new Error('no events')
  const { office_id, finding_id } = first
  const origin = { office_id, notice_id, finding_id }
  let previous = genesis(sha256, origin)
  const statements = events.map((event) => {
    const said = event.seq === n ? { ...event, texts: { text: '另一种说法' } } : event
    const link = linkEvent(sha256, origin, said, said.salt ?? '', previous)
    previous = link.hash
    return `update finding_event set texts = '${JSON.stringify(said.texts)}', canonical = '${link.canonical}',
      previous_hash = '${link.previous_hash}', hash = '${link.hash}' where ${at(finding_id, event.seq)}`
  })
  return [...statements, `update finding set last_hash = '${previous}' where id = '${finding_id}'`]
}

/** Appends an event with a right hash that says it happened when the last one did; nothing is told of it. */
export function backdated(events: readonly StoredEvent[], notice_id: string): string[] {
  const last = events.at(-1)
  if (!last) throw new Error('no events')
  const { office_id, finding_id, hash } = last
  const said = { ...last, seq: last.seq + 1 }
  const link = linkEvent(sha256, { office_id, notice_id, finding_id }, said, said.salt ?? '', hash)
  return [
    `insert into finding_event select late.* from finding_event e,
     jsonb_populate_record(e, '${JSON.stringify({ seq: said.seq, ...link })}') late
     where e.finding_id = '${finding_id}' and e.seq = ${last.seq}`,
    `update finding set seq = ${said.seq}, last_hash = '${link.hash}' where id = '${finding_id}'`,
  ]
}

/** Deletes a finding whole, as if it had never been. */
export const deleted = (id: string): string[] => [
  `delete from finding_event where finding_id = '${id}'`,
  `update finding set audience = 'office', state = 'draft' where id = '${id}'`,
  `delete from finding where id = '${id}'`,
]
