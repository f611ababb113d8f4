import type { Instant } from '../domain/instant.js'
import type { OfficeMilestoneKind } from '../domain/vocabulary.js'
import { first, type Handle, statement } from './handle.js'

const LOCK = statement<{ standing_clock: Instant | null }>(
  'select standing_clock from office where id = $1 for no key update',
)
const DUE = statement<{ kind: OfficeMilestoneKind; at: Instant }>(
  `select kind, at from milestone
   where subject_id = $1 and outcome is null and at <= $2 order by at, id`,
)
const TAKE = statement<{ kind: OfficeMilestoneKind; at: Instant }>(
  `update milestone set outcome = 'taken', taken_at = $2
   where subject_id = $1 and outcome is null and at <= $2 returning kind, at`,
)
const OPENING = statement<{ id: string }>(
  `insert into milestone (id, office_id, subject_id, plan, kind, step, at, wake_at, reason)
   select $1, $2, $2, 0, 'open_day', $3, $4, $4, jsonb_build_object('date', $5::text)
   where not exists (select from milestone
     where subject_id = $2 and kind = 'open_day' and outcome is null)
   on conflict (subject_id, plan, kind, step) do update
     set outcome = null, taken_at = null, at = excluded.at, wake_at = excluded.wake_at
   returning id`,
)
const DROP = statement<never>(
  `update milestone set outcome = 'cancelled'
   where subject_id = $1 and kind = 'open_day' and outcome is null and at > $2`,
)
const WITHOUT = statement<{ id: string }>(
  `select id from office o where not exists (select from milestone
     where subject_id = o.id and kind = 'open_day' and outcome is null)`,
)

/** An act of the office's own clock that is due or was taken. */
export interface OfficeAct {
  kind: OfficeMilestoneKind
  at: Instant
}

/** Locks the office for the rest of the transaction; false when there is none. Throws LOCK_TIMEOUT. */
export async function lockOffice(h: Handle, id: string): Promise<boolean> {
  return (await first(h.run(LOCK(id)))) !== null
}

/** What the office's own clock has to do by now, in order. */
export function dueOfficeActs(h: Handle, officeId: string, now: Instant): Promise<OfficeAct[]> {
  return h.run(DUE(officeId, now))
}

/** Takes what is due by now and returns it; waits for commands that are planning to the same minute. */
export function takeOfficeActs(h: Handle, officeId: string, now: Instant): Promise<OfficeAct[]> {
  return h.run(TAKE(officeId, now))
}

/** The next opening: `date` is its day, `step` tells openings apart. */
export interface Opening {
  id: string
  office_id: string
  at: Instant
  date: string
  step: number
}

/** Plans the office's next opening; false when one is planned already. Under the office's lock. */
export async function planOpening(h: Handle, opening: Opening): Promise<boolean> {
  const { id, office_id, step, at, date } = opening
  return (await h.run(OPENING(id, office_id, step, at, date))).length > 0
}

/** Takes back the opening that is still ahead, for a calendar that has another one. Under the office's lock. */
export async function dropOpening(h: Handle, officeId: string, now: Instant): Promise<void> {
  await h.run(DROP(officeId, now))
}

/** Offices that have no opening ahead of them: new ones, and any whose clock was lost. */
export async function officesWithoutOpening(h: Handle): Promise<string[]> {
  return (await h.run(WITHOUT())).map(({ id }) => id)
}
