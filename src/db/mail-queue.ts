import type { Instant } from '../domain/instant.js'
import { first, type Handle, statement } from './handle.js'

const DUE = `office_id = $1 and status = 'queued' and next_attempt_at <= clock_timestamp()`
const COUNT = statement<{ count: number }>(`select count(*) as count from mail where ${DUE}`)
const REFUSE = statement<never>(
  `update mail set status = 'refused', last_error = $2, next_attempt_at = null
   where id = any ($1::uuid[]) and status = 'queued'`,
)
const CLOCKS = statement<MailClocks>(
  `select rehearsal, date_trunc('milliseconds', clock_timestamp()) as real,
     coalesce(standing_clock, date_trunc('milliseconds', clock_timestamp())) as at
   from office where id = $1`,
)
// One content may go to several addresses of a unit; the first that takes it proves the delivery.
const SLICES = statement<MailedSlice>(
  `select distinct m.notice_id, m.unit_id, sent.created_at as as_of from mail sent
   join mail twin on twin.unit_id = sent.unit_id and twin.created_at = sent.created_at
     and twin.subject = sent.subject
   join message m on m.mail_id = twin.id and m.kind = 'slice'
   where sent.id = $1 and m.notice_id is not null`,
)
const LATE_PROOF = `exists (select from slice_proof p where p.notice_id = f.notice_id
  and p.unit_id = f.unit_id and p.as_of >= f.served_at and p.refuted_at is null)`
const LATE_RECEIPT = (outcomes: string) => `exists (select from milestone
  where subject_id = f.id and plan = f.plan and kind = 'deem_received' and step = 2 and ${outcomes})`
const DOUBTED = statement<{ id: string }>(
  `select f.id from finding f
   where f.office_id = $1 and f.state = 'notified' and f.receipt_unproven
     and case when ${LATE_PROOF} then not ${LATE_RECEIPT("outcome is distinct from 'cancelled'")}
       else f.contact_at is null and ${LATE_RECEIPT('outcome is null')} end
   order by f.id`,
)

/** How many mails of an office wait for an attempt that has come. */
export async function countQueued(h: Handle, officeId: string): Promise<number> {
  return (await first(h.run(COUNT(officeId))))?.count ?? 0
}

/** Closes queued mails that cannot even be tried, with the reason. */
export async function refuseMails(
  h: Handle,
  ids: readonly string[],
  reason: string,
): Promise<void> {
  if (ids.length > 0) await h.run(REFUSE([...ids], reason))
}

/** An office's instant, and the real one by which mails are tried again; a rehearsal's clock has no say in that. */
export interface MailClocks {
  at: Instant
  real: Instant
  rehearsal: boolean
}

/** The clocks of an office that exists. */
export async function clocksOf(h: Handle, officeId: string): Promise<MailClocks> {
  const clocks = await first(h.run(CLOCKS(officeId)))
  if (!clocks) throw new Error(`no office ${officeId}`)
  return clocks
}

/** A slice that a mail holds as it was when that was written. */
export interface MailedSlice {
  notice_id: string
  unit_id: string
  as_of: Instant
}

/** The slices a mail holds, by notice and unit: what its acceptance proves to have been delivered. */
export function slicesInMail(h: Handle, mailId: string): Promise<MailedSlice[]> {
  return h.run(SLICES(mailId))
}

/** Findings whose receipt could not be deemed for want of a proof that is there now, and those whose late proof was refuted. */
export async function findingsDoubted(h: Handle, officeId: string): Promise<string[]> {
  return (await h.run(DOUBTED(officeId))).map(({ id }) => id)
}
