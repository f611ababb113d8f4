import { first, type Handle, statement } from './handle.js'

/** What serves a notice, and what cannot wait: the last that is held back. */
export const STATUTORY = `(kind like 'slice%' or kind like '%\\_urgent')`
// It begins at eight o'clock in China, before offices open: what had to wait does not go out at night.
export const MAIL_DAY = `(clock_timestamp() at time zone 'UTC')::date`

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
       and ($2 or not ${STATUTORY}) for no key update skip locked
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

/** Lets mails that are due wait for the next day, all or all ordinary ones; returns how many. */
export async function postponeMails(
  h: Handle,
  officeId: string,
  which: 'all' | 'ordinary',
): Promise<number> {
  return (await first(h.run(POSTPONE(officeId, which === 'all'))))?.count ?? 0
}
