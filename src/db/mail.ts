import type { Instant } from '../domain/instant.js'
import { type Handle, sqlb, statement } from './handle.js'
import { MAIL_DAY, type MailsThatMayGo, mayGo } from './mail-quota.js'
import { json, type Row, rowsOf } from './setwise.js'

/** A mail and where its delivery stands. Its queue runs on real time, in a rehearsal too. */
export type Mail = Omit<Row<'mail'>, 'lease_until' | 'claimed_by' | 'swept_at' | 'counted_on'>
export type NewMail = Omit<
  Mail,
  'status' | 'attempts' | 'next_attempt_at' | 'last_error' | 'sent_at' | 'message_id'
>
export type MailAttempt = Row<'mail_attempt'>

const NEW = [
  'id',
  'office_id',
  'unit_id',
  'person_id',
  'kind',
  'to_name',
  'to_address',
  'subject',
  'text',
  'html',
  'rehearsal',
  'created_at',
] as const satisfies readonly (keyof NewMail)[]
const ALL = [
  ...NEW,
  'status',
  'attempts',
  'next_attempt_at',
  'last_error',
  'sent_at',
  'message_id',
] as const satisfies readonly (keyof Mail)[]

const INSERT = statement<never>(
  `insert into mail (${NEW.join(', ')}, next_attempt_at)
   select ${NEW.join(', ')}, date_trunc('milliseconds', clock_timestamp()) from ${rowsOf('mail')}
   on conflict (id) do nothing`,
)
const CLAIM = statement<Mail>(
  `with picked as (
     select id from mail where office_id = $1 and status = 'queued'
       and next_attempt_at <= clock_timestamp()
       and (lease_until is null or lease_until < clock_timestamp())
       and ${mayGo('$5::text')}
     order by kind not like '%\\_urgent', kind not like 'slice%', next_attempt_at, id
     limit $2 for no key update skip locked
   )
   update mail m set claimed_by = $4::uuid, counted_on = ${MAIL_DAY},
     lease_until = clock_timestamp() + $3::integer * interval '1 millisecond'
   from picked where m.id = picked.id
   returning ${ALL.map((column) => `m.${column}`).join(', ')}`,
)
const RENEW = statement<never>(
  `update mail set lease_until = clock_timestamp() + $2::integer * interval '1 millisecond'
   where claimed_by = $1 and status = 'queued' and lease_until is not null`,
)
const ATTEMPT = statement<never>(
  `with tried as (
     update mail set attempts = attempts + 1, lease_until = null, claimed_by = null, next_attempt_at = $5::timestamptz,
       status = case $3::text when 'accepted' then 'sent' when 'refused' then 'refused'
         else case when $5::timestamptz is null then 'failed' else 'queued' end end,
       sent_at = case $3::text when 'accepted' then $2::timestamptz end,
       last_error = $4, message_id = coalesce($6, message_id),
       counted_on = case when $3::text <> 'deferred' then counted_on end
     where id = $1 and status = 'queued' returning id, office_id, attempts
   )
   insert into mail_attempt (office_id, mail_id, n, at, outcome, reason)
   select office_id, id, attempts, $2::timestamptz, $3::text, $4 from tried`,
)

/** Queues mails to be sent at once; an id already queued is left alone. */
export async function insertMails(h: Handle, mails: readonly NewMail[]): Promise<void> {
  if (mails.length > 0) await h.run(INSERT(json(mails)))
}

/** Who claims mails, and for how many milliseconds of real time: the id is the claim's own. */
export interface MailClaim {
  id: string
  lease_ms: number
  /** Which of them; all where nothing is said. */
  which?: MailsThatMayGo
}

/**
 * Takes mails of an office whose next attempt has come for the length of the claim's lease: urgent ones first, then
 * those that serve a notice. They count for today.
 */
export function claimMails(
  h: Handle,
  officeId: string,
  limit: number,
  { id, lease_ms, which = 'all' }: MailClaim,
): Promise<Mail[]> {
  return h.run(CLAIM(officeId, limit, lease_ms, id, which))
}

/** Lengthens the leases of mails that are still this claim's. */
export async function renewClaim(h: Handle, { id, lease_ms }: MailClaim): Promise<void> {
  await h.run(RENEW(id, lease_ms))
}

export interface AttemptMade {
  mail_id: string
  at: Instant
  outcome: MailAttempt['outcome']
  reason: string | null
  /** When a deferred mail is tried again; null gives up. */
  next_attempt_at: Instant | null
  message_id: string | null
}

/** Writes an attempt into the delivery log and moves its mail on; a mail no longer queued is left alone. */
export async function recordAttempt(h: Handle, made: AttemptMade): Promise<void> {
  const { mail_id, at, outcome, reason, next_attempt_at, message_id } = made
  const next = outcome === 'deferred' ? next_attempt_at : null
  await h.run(ATTEMPT(mail_id, at, outcome, reason, next, message_id))
}

/** A mail's attempts in order. */
export function listAttempts(h: Handle, mailId: string): Promise<MailAttempt[]> {
  return h.run(
    sqlb.selectFrom('mail_attempt').selectAll().where('mail_id', '=', mailId).orderBy('n'),
  )
}
