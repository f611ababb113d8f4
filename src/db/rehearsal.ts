import type { Instant } from '../domain/instant.js'
import { first, type Handle, statement } from './handle.js'

const NEXT = statement<{ at: Instant | null }>(
  `select min(at) as at from milestone where office_id = $1 and outcome is null and at > $2`,
)
const BUSY = statement<{ busy: boolean }>(
  `select exists (select from milestone m join office o on o.id = m.office_id
       where m.office_id = $1 and m.outcome is null and m.at <= o.standing_clock)
     or exists (select from workflow_sync where office_id = $1 and wanted > told)
     or exists (select from message where office_id = $1 and status = 'claimed')
     or exists (select from mail where office_id = $1 and status = 'queued'
       and next_attempt_at <= clock_timestamp()) as busy`,
)
const WANT_DUE = statement<{ subject_id: string }>(
  `insert into workflow_sync (subject_id, office_id, kind)
   select subject_id, office_id, case when finding_id is null then 'office' else 'finding' end
   from milestone where office_id = $1 and outcome is null and at <= $2
   group by subject_id, office_id, finding_id
   order by finding_id is null, subject_id
   on conflict (subject_id) do update set wanted = nextval('workflow_version')
   returning subject_id`,
)

/** The next legal instant after the clock at which anything happens in a rehearsal; spreads of wake-ups are ignored. */
export async function nextStop(
  h: Handle,
  officeId: string,
  clock: Instant,
): Promise<Instant | null> {
  return (await first(h.run(NEXT(officeId, clock))))?.at ?? null
}

/** Whether something due at the standing clock is not yet done, said and sent, or some workflow not yet told. */
export async function isBusy(h: Handle, officeId: string): Promise<boolean> {
  return (await first(h.run(BUSY(officeId))))?.busy ?? false
}

/** Tells every finding, and the office, with a live milestone at or before the instant; returns how many. */
export async function wantDue(h: Handle, officeId: string, until: Instant): Promise<number> {
  return (await h.run(WANT_DUE(officeId, until))).length
}
