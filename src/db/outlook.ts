import { readStored, STORED_COLUMNS, type StoredFinding, type StoredRow } from './finding-row.js'
import { type Handle, statement } from './handle.js'
import type { WaitingMessage } from './message.js'
import { OPEN } from './states.js'

const IDS = statement<{ id: string }>(
  `select id from finding where office_id = $1 and state in (${OPEN})
   union
   select finding_id from milestone where office_id = $1 and outcome is null and finding_id is not null`,
)
const NEXT_IDS = statement<{ id: string }>(
  `select id from finding f where office_id = $1 and id > $2
     and (state in (${OPEN}) or exists (select from milestone where subject_id = f.id and outcome is null))
   order by id limit $3`,
)
const FINDINGS = statement<StoredRow>(
  `select ${STORED_COLUMNS.join(', ')} from finding where id = any ($1::uuid[]) order by id`,
)
const DRAFTED = statement<{ finding_id: string }>(
  `select distinct sf.finding_id from slip s join slip_finding sf on sf.slip_id = s.id
   where s.office_id = $1 and s.status = 'draft'`,
)
// Each half has an index of its own; together they would read everything that was ever said.
const COLUMNS = 'id, finding_id, unit_id, kind, recipient, cause, urgent, created_at'
const WAITING = statement<Unsaid>(
  `select ${COLUMNS}, false as parked from message where office_id = $1 and status in ('waiting', 'claimed')
   union all
   select ${COLUMNS}, true from message where office_id = $1 and status = 'parked'
   order by created_at, id`,
)

/** A message nobody has been told yet; one that was put aside waits for the next opening, whatever it says. */
export interface Unsaid
  extends Pick<
    WaitingMessage,
    'id' | 'finding_id' | 'unit_id' | 'kind' | 'recipient' | 'cause' | 'urgent' | 'created_at'
  > {
  parked: boolean
}

/** The ids of an office's findings with something ahead of them: open, or closed and looked at again. */
export async function findingsAhead(h: Handle, officeId: string): Promise<string[]> {
  return (await h.run(IDS(officeId))).map(({ id }) => id)
}

/** Those ids page by page, ascending, after the one given. */
export async function nextAhead(
  h: Handle,
  officeId: string,
  after: string,
  limit: number,
): Promise<string[]> {
  return (await h.run(NEXT_IDS(officeId, after, limit))).map(({ id }) => id)
}

/** Findings by their ids, as far as the principal sees them, ids ascending and without a lock. */
export async function readFindings(h: Handle, ids: readonly string[]): Promise<StoredFinding[]> {
  return ids.length === 0 ? [] : (await h.run(FINDINGS([...ids]))).map(readStored)
}

/** Every message of the office that waits, is being said or was put aside, the oldest first. */
export function unsaidMessages(h: Handle, officeId: string): Promise<Unsaid[]> {
  return h.run(WAITING(officeId))
}

/** The findings that draft slips of the office list. */
export async function draftListed(h: Handle, officeId: string): Promise<Set<string>> {
  return new Set((await h.run(DRAFTED(officeId))).map(({ finding_id }) => finding_id))
}
