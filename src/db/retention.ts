import type { Instant } from '../domain/instant.js'
import type { RetentionClass } from '../domain/retention.js'
import { first, type Handle, statement } from './handle.js'
import { insertText, json, type Row } from './setwise.js'

/** How long an office keeps what is no part of the record, as it was decided once. */
export type RetentionVersion = Row<'retention_version'>
export type NewRetention = Omit<RetentionVersion, 'created_at'>

const COLUMNS = ['id', 'office_id', 'days', 'created_by', 'reason'] as const
const INSERT = statement<never>(insertText('retention_version', COLUMNS))
const NEWEST = statement<RetentionVersion>(
  `select ${COLUMNS.join(', ')}, created_at from retention_version
   where office_id = $1 order by created_at desc, id desc limit 1`,
)
const NEXT = statement<NextSweep>('select class, at, before, records, more from retention_next()')
const WAITING = statement<SweptClass>('select office_id, class from retention_waiting()')
const SWEEP = statement<SweptPage>('select taken, more from sweep_retention($1, $2, $3, $4)')
const TOTALS = statement<{ class: RetentionClass; removed: number }>(
  'select class, removed from retention_totals()',
)

/** Stores a version; it can never be changed. */
export async function insertRetention(h: Handle, version: NewRetention): Promise<void> {
  await h.run(INSERT(json([version])))
}

/** What an office has decided last; null where it never has. */
export function newestRetention(h: Handle, officeId: string): Promise<RetentionVersion | null> {
  return first(h.run(NEWEST(officeId)))
}

/** When a class is swept next, from before when, and how many records would go; counted no further than `more`. */
export interface NextSweep {
  class: RetentionClass
  at: Instant
  before: Instant
  records: number
  more: boolean
}

/** The next sweeps of the principal's office, of the classes that are swept; none for whoever is not of the office. */
export function nextSweeps(h: Handle): Promise<NextSweep[]> {
  return h.run(NEXT())
}

/** A class of an office; of none where no office knows whose it is. */
export interface SweptClass {
  office_id: string | null
  class: RetentionClass
}

/** Which classes of which offices are to be swept now; the worker's to ask. */
export function waitingSweeps(h: Handle): Promise<SweptClass[]> {
  return h.run(WAITING())
}

/** How many records went, and whether there may be more. */
export interface SweptPage {
  taken: number
  more: boolean
}

/**
 * Takes one page of a class if it is due and nobody else is at it; with the last one what went is recorded under the id given.
 * The worker's to do.
 */
export async function sweepPage(
  h: Handle,
  { office_id, class: kind }: SweptClass,
  limit: number,
  eventId: string,
): Promise<SweptPage> {
  const page = await first(h.run(SWEEP(office_id, kind, limit, eventId)))
  return page ?? { taken: 0, more: false }
}

/** How many records of each class all sweeps took, in all offices; needs no principal. */
export async function sweptTotals(h: Handle): Promise<ReadonlyMap<RetentionClass, number>> {
  return new Map((await h.run(TOTALS())).map((row) => [row.class, row.removed]))
}
