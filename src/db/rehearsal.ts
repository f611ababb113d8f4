import type { Instant } from '../domain/instant.js'
import { first, type Handle, statement } from './handle.js'

const NEXT = statement<{ at: Instant | null }>(
  `select min(at) as at from milestone where office_id = $1 and outcome is null and at > $2`,
)
const BUSY = statement<{ busy: boolean }>(
  `select exists (select from milestone m join office o on o.id = m.office_id
       where m.office_id = $1 and m.outcome is null and m.at <= o.standing_clock)
     or exists (select from workflow_sync where office_id = $1 and wanted > told and wanted <= $2)
     or exists (select from message where office_id = $1 and status = 'claimed')
     or exists (select from mail where office_id = $1 and status = 'queued'
       and next_attempt_at <= clock_timestamp()) as busy`,
)
const NEWEST = statement<{ version: number }>(
  'select coalesce(max(wanted), 0) as version from workflow_sync where office_id = $1',
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

/**
 * Whether something due at the standing clock is not yet done, said and sent, or some workflow not yet told of a
 * version up to the one given: what people go on doing meanwhile must not keep the clock for ever.
 */
export async function isBusy(h: Handle, officeId: string, upTo: number): Promise<boolean> {
  return (await first(h.run(BUSY(officeId, upTo))))?.busy ?? false
}

/** The newest version of anything of an office; 0 before the first. */
export async function newestVersion(h: Handle, officeId: string): Promise<number> {
  return (await first(h.run(NEWEST(officeId))))?.version ?? 0
}

/** Tells every finding, and the office, with a live milestone at or before the instant; returns how many. */
export async function wantDue(h: Handle, officeId: string, until: Instant): Promise<number> {
  return (await h.run(WANT_DUE(officeId, until))).length
}
