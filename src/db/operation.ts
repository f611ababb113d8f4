import type { Instant } from '../domain/instant.js'
import { first, type Handle, sqlb, statement } from './handle.js'
import { insertText, json, type Row } from './setwise.js'

/** A long job: what was asked, how far it is, what came of it. */
export type Operation = Row<'operation'>
export type NewOperation = Pick<
  Operation,
  'id' | 'office_id' | 'kind' | 'input' | 'requested_by' | 'created_at'
>

const NEW = ['id', 'office_id', 'kind', 'input', 'requested_by', 'created_at'] as const
const COLUMNS = [...NEW, 'status', 'progress', 'result', 'finished_at'] as const

const INSERT = statement<never>(insertText('operation', NEW))
const PROGRESS = statement<{ id: string }>(
  `update operation set progress = $2::jsonb where id = $1 and status = 'running' returning id`,
)
// The words of a command are its findings' from then on, where they can be erased.
const FINISH = statement<{ id: string }>(
  `update operation set status = $2, result = $3::jsonb, finished_at = $4, input = input - 'fields'
   where id = $1 and status = 'running' returning id`,
)

/** Registers a job; it runs once its workflow has been told. */
export async function insertOperation(h: Handle, operation: NewOperation): Promise<void> {
  await h.run(INSERT(json([operation])))
}

/** Records how far a job is; false when it no longer runs and should stop. */
export async function recordProgress(h: Handle, id: string, progress: unknown): Promise<boolean> {
  return (await h.run(PROGRESS(id, JSON.stringify(progress)))).length === 1
}

export interface OperationEnd {
  status: Exclude<Operation['status'], 'running'>
  result: unknown
  finished_at: Instant
}

/** Ends a job; false when it had ended already. */
export async function finishOperation(h: Handle, id: string, end: OperationEnd): Promise<boolean> {
  const result = JSON.stringify(end.result ?? null)
  return (await h.run(FINISH(id, end.status, result, end.finished_at))).length === 1
}

const LOCK = statement<Operation>(
  `select ${COLUMNS.join(', ')} from operation where id = $1 for no key update`,
)

/** A job locked for the rest of the transaction, so that one page of it is done at a time; null where there is none. */
export function lockOperation(h: Handle, id: string): Promise<Operation | null> {
  return first(h.run(LOCK(id)))
}

/** A job the principal may read, or null. */
export function findOperation(h: Handle, id: string): Promise<Operation | null> {
  return first(h.run(sqlb.selectFrom('operation').select(COLUMNS).where('id', '=', id)))
}

const RUNNING = statement<Operation>(
  `select ${COLUMNS.join(', ')} from operation
   where office_id = $1 and kind = $2 and status = 'running' order by created_at, id limit 1`,
)

const LOCK_JOBS = statement<never>(
  `select pg_advisory_xact_lock(hashtextextended('jobs of ' || $1::text, 0))`,
)
const RUNS_FOR = statement<{ id: string }>(
  `select id from operation where requested_by = $1 and kind = $2 and status = 'running' limit 1`,
)

/**
 * Whether a job of a kind runs that somebody has asked for. Two who ask for the same person wait for each other: what the
 * first begins the second finds.
 */
export async function runsFor(
  h: Handle,
  personId: string,
  kind: Operation['kind'],
): Promise<boolean> {
  const [, running] = await Promise.all([
    h.run(LOCK_JOBS(personId)),
    h.run(RUNS_FOR(personId, kind)),
  ])
  return running.length > 0
}

/** The job of a kind that runs in an office, or null. Under the office's lock nobody starts another meanwhile. */
export function runningOperation(
  h: Handle,
  officeId: string,
  kind: Operation['kind'],
): Promise<Operation | null> {
  return first(h.run(RUNNING(officeId, kind)))
}
