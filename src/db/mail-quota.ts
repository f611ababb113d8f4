import { first, type Handle, statement } from './handle.js'

/** What serves a notice is kept a part of the day's mails. */
const SERVES = `kind like 'slice%'`
// It begins at eight o'clock in China, before offices open: what had to wait does not go out at night.
export const MAIL_DAY = `(clock_timestamp() at time zone 'UTC')::date`

// Who has to take something down within hours does not wait, nor a mail that was counted by a worker that died.
const ANYWAY = `(kind like '%\\_urgent' or counted_on is not distinct from ${MAIL_DAY})`

/** What of an office's mails may go now: all, of what is kept for those that serve, or what goes anyway. */
export type MailsThatMayGo = 'all' | 'serving' | 'anyway'

/** Whether a mail may go, by a parameter that holds a MailsThatMayGo. */
export const mayGo = (which: string) =>
  `(${which} = 'all' or ${ANYWAY} or (${which} = 'serving' and ${SERVES}))`

const LOCK = statement<never>(
  `select pg_advisory_xact_lock(hashtextextended('mails of ' || $1::text, 0))`,
)
const COUNT = statement<{ count: number }>(
  `select count(*) as count from mail where office_id = $1 and counted_on = ${MAIL_DAY}`,
)
const POSTPONE = statement<{ count: number }>(
  `with due as (
     select id from mail where office_id = $1 and status = 'queued'
       and next_attempt_at <= clock_timestamp()
       and (lease_until is null or lease_until < clock_timestamp())
       and not ${mayGo('$2::text')} for no key update skip locked
   ), moved as (
     update mail m set next_attempt_at = (${MAIL_DAY} + 1)::timestamp at time zone 'UTC',
       lease_until = null, claimed_by = null
     from due where m.id = due.id returning 1
   ) select count(*) as count from moved`,
)

/** Whoever sends for this office is alone in counting and claiming for the rest of the transaction. */
export async function lockMailDay(h: Handle, officeId: string): Promise<void> {
  await h.run(LOCK(officeId))
}

/** How many mails of an office were sent today, or are under way. */
export async function countMailDay(h: Handle, officeId: string): Promise<number> {
  return (await first(h.run(COUNT(officeId))))?.count ?? 0
}

/** Lets mails that are due and may not go wait for the next day; returns how many. */
export async function postponeMails(
  h: Handle,
  officeId: string,
  which: MailsThatMayGo,
): Promise<number> {
  return (await first(h.run(POSTPONE(officeId, which))))?.count ?? 0
}
