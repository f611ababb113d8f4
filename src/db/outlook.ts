import { OPEN_STATES } from '../domain/vocabulary.js'
import { readStored, STORED_COLUMNS, type StoredFinding, type StoredRow } from './finding-row.js'
import { type Handle, statement } from './handle.js'
import type { WaitingMessage } from './message.js'

const OPEN = OPEN_STATES.map((state) => `'${state}'`).join(', ')
const FINDINGS = statement<StoredRow>(
  `select ${STORED_COLUMNS.join(', ')} from finding
   where office_id = $1 and state in (${OPEN}) and id > $2 order by id limit $3`,
)
const WAITING = statement<Unsaid>(
  `select id, finding_id, unit_id, kind, recipient, cause, urgent, created_at from message
   where office_id = $1 and status in ('waiting', 'claimed', 'parked') order by created_at, id`,
)

/** A message nobody has been told yet. */
export type Unsaid = Pick<
  WaitingMessage,
  'id' | 'finding_id' | 'unit_id' | 'kind' | 'recipient' | 'cause' | 'urgent' | 'created_at'
>

/** A page of an office's open findings after an id, by id, without a lock. */
export async function openFindings(
  h: Handle,
  officeId: string,
  after: string,
  limit: number,
): Promise<StoredFinding[]> {
  return (await h.run(FINDINGS(officeId, after, limit))).map(readStored)
}

/** Every message of the office that waits, is being said or was put aside, the oldest first. */
export function unsaidMessages(h: Handle, officeId: string): Promise<Unsaid[]> {
  return h.run(WAITING(officeId))
}
