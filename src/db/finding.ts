import type { Instant } from '../domain/instant.js'
import {
  type FindingLine,
  LINE_COLUMNS,
  LOCKED_COLUMNS,
  type LockedFinding,
  readStored,
  STORED_COLUMNS,
  type StoredFinding,
  type StoredRow,
  writeLocked,
} from './finding-row.js'
import { first, type Handle, statement } from './handle.js'
import { everyRowText, insertText, json, updateText } from './setwise.js'
import { lookbackLeft, OPEN } from './states.js'

// Foreign keys of other rows take a key-share lock, which `for no key update` lets pass.
const LOCK = statement<StoredRow>(
  `select ${STORED_COLUMNS.join(', ')} from finding where id = any ($1::uuid[])
   order by id for no key update`,
)
const LOCK_OF_NOTICE = statement<StoredRow>(
  `select ${STORED_COLUMNS.join(', ')} from finding where notice_id = $1
   order by id for no key update`,
)
const HAND_OVER = statement<{ id: string }>(
  `with locked as (
     select id from finding where handler_id = $1
       and (state in (${OPEN}) or seen_again or ${lookbackLeft('finding')})
     order by id for no key update)
   update finding f set handler_id = $2 from locked where f.id = locked.id returning f.id`,
)
// By the id alone: an office's fence makes of `office_id` a constant, and then no plan joins thousands of rows well.
const UPDATE = statement<never>(
  everyRowText(
    'finding',
    updateText(
      'finding',
      ['id'],
      LOCKED_COLUMNS.filter((column) => column !== 'id' && column !== 'office_id'),
    ),
  ),
)
const INSERT = statement<never>(insertText('finding', STORED_COLUMNS))
const PATCH = statement<never>(
  everyRowText(
    'finding',
    `update finding t set ${LINE_COLUMNS.map((column) => `${column} = r.${column}`).join(', ')}
     from (
       select patched.* from jsonb_array_elements($1::jsonb) patch
       join finding f on f.id = (patch ->> 'id')::uuid
       cross join lateral jsonb_populate_record(f, patch) patched
     ) r where t.id = r.id`,
  ),
)
const DELETE_DRAFTS = statement<{ id: string }>(
  `delete from finding where id = any ($1::uuid[]) and state = 'draft' returning id`,
)
const PLACES = statement<FindingPlace>(
  `select id, notice_id, number from finding where id = any ($1::uuid[])`,
)
const REVISIONS = statement<{ id: string; revision: number }>(
  `select id, revision from finding where id = any ($1::uuid[])`,
)
const FIND = statement<StoredRow>(`select ${STORED_COLUMNS.join(', ')} from finding where id = $1`)

/**
 * Locks the findings the principal sees, ids ascending, for the rest of the transaction. Those it may not see are
 * missing from the answer. Throws LOCK_TIMEOUT after two seconds.
 */
export async function lockFindings(h: Handle, ids: readonly string[]): Promise<StoredFinding[]> {
  return (await h.run(LOCK([...ids]))).map(readStored)
}

/** The revisions of those of the findings that the principal sees, by id. */
export async function revisionsOf(
  h: Handle,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  return new Map((await h.run(REVISIONS([...ids]))).map(({ id, revision }) => [id, revision]))
}

/** Locks all findings of a notice with their lines, ids ascending: what issuing it reads. */
export async function lockFindingsOfNotice(h: Handle, noticeId: string): Promise<StoredFinding[]> {
  return (await h.run(LOCK_OF_NOTICE(noticeId))).map(readStored)
}

/**
 * Gives the findings a handler is not done with, open or to be looked at again, to another, locked in the order in
 * which all do; returns their ids.
 */
export async function handOverFindings(h: Handle, from: string, to: string): Promise<string[]> {
  return (await h.run(HAND_OVER(from, to))).map(({ id }) => id)
}

/** Writes locked findings back. Throws when one of them is gone or out of reach. */
export async function updateFindings(h: Handle, findings: readonly LockedFinding[]): Promise<void> {
  await h.run(UPDATE(json(findings.map(writeLocked))))
}

export interface DraftFinding {
  finding: LockedFinding['finding']
  line: FindingLine
  handler_id: string | null
  created_at: Instant
}

/** Stores the lines of a draft notice; a draft is the office's and has no events. */
export async function insertDraftFindings(
  h: Handle,
  drafts: readonly DraftFinding[],
): Promise<void> {
  const carried = { audience: 'office', last_hash: null, last_event_at: null } as const
  const rows = drafts.map(({ finding, line, handler_id, created_at }) => ({
    ...writeLocked({ finding, handler_id, ...carried }),
    ...line,
    created_at,
  }))
  await h.run(INSERT(json(rows)))
}

export type LinePatch = { id: string } & Partial<FindingLine>

/** Changes the named fields of lines and keeps the others; the findings are locked before. */
export async function patchLines(h: Handle, patches: readonly LinePatch[]): Promise<void> {
  await h.run(PATCH(json(patches)))
}

/** Deletes drafts and returns how many; what has been issued stays. */
export async function deleteDraftFindings(h: Handle, ids: readonly string[]): Promise<number> {
  return (await h.run(DELETE_DRAFTS([...ids]))).length
}

/** Which line of which notice a finding is. */
export type FindingPlace = Pick<StoredRow, 'id' | 'notice_id' | 'number'>

/** Where these findings stand, as far as the principal sees them. */
export function findingPlaces(h: Handle, ids: readonly string[]): Promise<FindingPlace[]> {
  return h.run(PLACES([...ids]))
}

/** A finding with its line, or null when there is none the principal sees. */
export async function findFinding(h: Handle, id: string): Promise<StoredFinding | null> {
  const row = await first(h.run(FIND(id)))
  return row && readStored(row)
}
