import type { Instant } from '../domain/instant.js'
import { type Handle, statement } from './handle.js'
import { insertText, json, type Row, updateText } from './setwise.js'

/** Something to be said to somebody, and what became of it. */
export type Message = Omit<Row<'message'>, 'lease_until'>
export type WaitingMessage = Omit<Message, 'said_at' | 'status' | 'mail_id'>

/** The columns of a message that waits. */
export const NEW_MESSAGE = [
  'id',
  'office_id',
  'unit_id',
  'finding_id',
  'notice_id',
  'slip_id',
  'contact_fault_id',
  'cause',
  'kind',
  'recipient',
  'urgent',
  'created_at',
] as const satisfies readonly (keyof Message)[]

const INSERT = statement<{ id: string }>(
  insertText('message', NEW_MESSAGE, 'on conflict do nothing returning id'),
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

/** Said (with its mail), dropped because it no longer holds, or given back to wait. */
export interface MessageMark {
  id: string
  status: 'said' | 'dropped' | 'waiting' | 'parked'
  said_at: Instant | null
  mail_id: string | null
}

/** Ends the lease of claimed messages, each with what became of it. */
export async function markMessages(h: Handle, marks: readonly MessageMark[]): Promise<void> {
  if (marks.length > 0) await h.run(MARK(json(marks)))
}
