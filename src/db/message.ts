import type { Instant } from '../domain/instant.js'
import { type Handle, statement } from './handle.js'
import { insertText, json, type Row, updateText } from './setwise.js'

/** Something to be said to somebody, and what became of it. */
export type Message = Omit<Row<'message'>, 'lease_until'>
export type WaitingMessage = Omit<Message, 'said_at' | 'status' | 'mail_id'>

const NEW = [
  'id',
  'office_id',
  'unit_id',
  'finding_id',
  'notice_id',
  'slip_id',
  'cause',
  'kind',
  'recipient',
  'urgent',
  'created_at',
] as const satisfies readonly (keyof Message)[]

const INSERT = statement<{ id: string }>(
  insertText('message', NEW, 'on conflict do nothing returning id'),
)
const CLAIM = statement<WaitingMessage>(
  `with picked as (
     select id from message
     where office_id = $1 and status in ('waiting', 'claimed') and (urgent or not $2::boolean)
       and (lease_until is null or lease_until < clock_timestamp())
     order by urgent desc, created_at, id limit $3 for update skip locked
   ), claimed as (
     update message m set status = 'claimed',
       lease_until = clock_timestamp() + $4::integer * interval '1 millisecond'
     from picked where m.id = picked.id
     returning ${NEW.map((column) => `m.${column}`).join(', ')}
   )
   select * from claimed order by unit_id, created_at, id`,
)
const MARK = statement<never>(
  updateText('message', ['id'], ['status', 'said_at', 'mail_id', 'lease_until']),
)

/** Plans to say these; what is already planned or said for the same subject, cause and recipient is left alone. */
export async function insertMessages(
  h: Handle,
  messages: readonly WaitingMessage[],
): Promise<number> {
  if (messages.length === 0) return 0
  return (await h.run(INSERT(json(messages)))).length
}

export interface ClaimMessages {
  office_id: string
  urgent_only: boolean
  limit: number
  lease_ms: number
}

/** Takes messages to be said, for the length of a lease of real time; ordered by unit, then age. */
export function claimMessages(h: Handle, claim: ClaimMessages): Promise<WaitingMessage[]> {
  return h.run(CLAIM(claim.office_id, claim.urgent_only, claim.limit, claim.lease_ms))
}

/** Said (with its mail), dropped because it no longer holds, or given back to wait. */
export interface MessageMark {
  id: string
  status: 'said' | 'dropped' | 'waiting'
  said_at: Instant | null
  mail_id: string | null
}

/** Ends the lease of claimed messages, each with what became of it. */
export async function markMessages(h: Handle, marks: readonly MessageMark[]): Promise<void> {
  if (marks.length > 0) await h.run(MARK(json(marks)))
}
