import { readStored, STORED_COLUMNS, type StoredFinding } from './finding-row.js'
import { type Handle, sqlb } from './handle.js'
import type { Message } from './message.js'
import type { StoredMilestone } from './milestone.js'
import type { Row } from './setwise.js'

/** Whole tables of one office, for an auditor to compare; for the worker's role, which sees them all. */

/** Every finding of an office with its line, in the order of notices and numbers. */
export async function allFindings(h: Handle, officeId: string): Promise<StoredFinding[]> {
  const rows = await h.run(
    sqlb
      .selectFrom('finding')
      .select(STORED_COLUMNS)
      .where('office_id', '=', officeId)
      .orderBy('notice_id')
      .orderBy('number'),
  )
  return rows.map(readStored)
}

/** Every milestone of an office, its own and its findings', live or not. */
export function allMilestones(h: Handle, officeId: string): Promise<StoredMilestone[]> {
  return h.run(
    sqlb.selectFrom('milestone').selectAll().where('office_id', '=', officeId).orderBy('at'),
  )
}

/** Everything an office has said or still has to say. */
export function allMessages(h: Handle, officeId: string): Promise<Message[]> {
  return h.run(
    sqlb.selectFrom('message').selectAll().where('office_id', '=', officeId).orderBy('created_at'),
  )
}

const FATE = ['id', 'status', 'unit_id', 'to_address', 'subject', 'text', 'created_at'] as const
export type MailFate = Pick<Row<'mail'>, (typeof FATE)[number]>

/** Every mail of an office and what became of it. */
export function allMails(h: Handle, officeId: string): Promise<MailFate[]> {
  return h.run(
    sqlb
      .selectFrom('mail')
      .select(FATE)
      .where('office_id', '=', officeId)
      .orderBy('created_at')
      .orderBy('id'),
  )
}

export type SyncRow = Pick<Row<'workflow_sync'>, 'subject_id' | 'kind' | 'wanted' | 'told'>

/** What of an office Temporal was told, and what it should be told. */
export function allSyncRows(h: Handle, officeId: string): Promise<SyncRow[]> {
  return h.run(
    sqlb
      .selectFrom('workflow_sync')
      .select(['subject_id', 'kind', 'wanted', 'told'])
      .where('office_id', '=', officeId),
  )
}

/** Every slip of an office. */
export function allSlips(h: Handle, officeId: string): Promise<Row<'slip'>[]> {
  return h.run(
    sqlb.selectFrom('slip').selectAll().where('office_id', '=', officeId).orderBy('drafted_at'),
  )
}

/** Every request the units of an office have made. */
export function allRequests(h: Handle, officeId: string): Promise<Row<'request'>[]> {
  return h.run(
    sqlb.selectFrom('request').selectAll().where('office_id', '=', officeId).orderBy('asked_at'),
  )
}
