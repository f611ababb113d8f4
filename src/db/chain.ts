import type { Instant } from '../domain/instant.js'
import {
  EVENT_COLUMNS,
  type EventRow,
  readEvent,
  readEventTexts,
  type StoredEvent,
} from './event.js'
import { type Handle, statement } from './handle.js'
import { json } from './setwise.js'
import type { Transaction } from './transaction.js'

/** The chains of findings and their ends. Page by page for the worker's role, which sees every office's. */

/** What a finding says of the end of its own chain. */
export interface FindingHead {
  office_id: string
  notice_id: string
  finding_id: string
  number: number
  seq: number
  hash: string | null
}

const HEAD = 'office_id, notice_id, id as finding_id, number, seq, last_hash as hash'
const HEADS = statement<FindingHead>(
  `select ${HEAD} from finding where id > $1 order by id limit $2`,
)
const EVENTS = statement<EventRow>(
  `select ${EVENT_COLUMNS.join(', ')} from finding_event
   where finding_id > $1 and finding_id <= $2 order by finding_id, seq`,
)
const UNCOVERED = statement<{ finding_id: string; seq: number }>(
  `select g.finding_id, min(e.seq) as seq
   from json_to_recordset($1::json) as g (finding_id uuid, after integer, seq integer)
   join finding_event e on e.finding_id = g.finding_id and e.seq > g.after and e.seq <= g.seq
   join office o on o.id = e.office_id and not o.rehearsal
   where e.at < $2 group by g.finding_id`,
)
const OTHERWISE = statement<HeadOtherwise>(
  `select g.finding_id, g.seq, e.hash is not null as there,
     exists (select from finding f where f.id = g.finding_id) as known
   from json_to_recordset($1::json) as g (finding_id uuid, seq integer, hash text)
   left join finding_event e on e.finding_id = g.finding_id and e.seq = g.seq
   where e.hash is distinct from g.hash`,
)
const OF = statement<EventRow>(
  `select ${EVENT_COLUMNS.join(', ')} from finding_event
   where finding_id = any ($1::uuid[]) order by finding_id, seq`,
)
const LAST = statement<{ finding_id: string; seq: number; hash: string }>(
  `select distinct on (finding_id) finding_id, seq, hash from finding_event
   where finding_id = any ($1::uuid[]) order by finding_id, seq desc`,
)
const NOW = statement<{ now: Instant }>(
  `select date_trunc('milliseconds', clock_timestamp()) as now`,
)
const ONLY_ONE = statement<{ got: boolean }>(
  `select pg_try_advisory_xact_lock(hashtext('zhenggai heads')) as got`,
)

/** Findings by id after one, with what each says of its last event. */
export function headsAfter(h: Handle, id: string, limit: number): Promise<FindingHead[]> {
  return h.run(HEADS(id, limit))
}

/**
 * Hands over the events of all findings after one by id, up to and with a last one, also of findings that are gone: by
 * finding and number, each the moment it is read.
 */
export function eachEvent(
  tx: Transaction,
  { after, last }: { after: string; last: string },
  take: (event: StoredEvent) => void,
): Promise<void> {
  return tx.each(EVENTS(after, last), (row) => take(readEventTexts(row)))
}

/**
 * The first event of each finding, of those numbered after one up to another, that was recorded before an instant. Of
 * real offices only: the clock of a rehearsal says nothing.
 */
export function firstBefore(
  h: Handle,
  spans: readonly { finding_id: string; after: number; seq: number }[],
  before: Instant,
): Promise<{ finding_id: string; seq: number }[]> {
  return h.run(UNCOVERED(json(spans), before))
}

/** A head that the record does not have: whether an event of that number is there, and the finding at all. */
export interface HeadOtherwise {
  finding_id: string
  seq: number
  there: boolean
  known: boolean
}

/** Those of the given heads that the record does not have. */
export function headsOtherwise(
  h: Handle,
  heads: readonly Pick<FindingHead, 'finding_id' | 'seq' | 'hash'>[],
): Promise<HeadOtherwise[]> {
  return h.run(OTHERWISE(json(heads)))
}

/** The last event of each finding that the principal may read. */
export function lastEvents(
  h: Handle,
  ids: readonly string[],
): Promise<{ finding_id: string; seq: number; hash: string }[]> {
  return h.run(LAST([...ids]))
}

/** All events of these findings that the principal may read, finding by finding, each in order. */
export async function eventsOf(h: Handle, ids: readonly string[]): Promise<StoredEvent[]> {
  return (await h.run(OF([...ids]))).map(readEvent)
}

/** The database's own clock, whatever any office's says. */
export async function databaseNow(h: Handle): Promise<Instant> {
  const [row] = await h.run(NOW())
  if (!row) throw new Error('the database has no clock')
  return row.now
}

/** Whether this transaction is the only one that writes signed heads, until it ends. */
export async function isOnlyWriter(h: Handle): Promise<boolean> {
  return (await h.run(ONLY_ONE()))[0]?.got === true
}
