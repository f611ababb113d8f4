import { OPEN_STATES } from '../domain/vocabulary.js'
import { type Handle, statement } from './handle.js'

const LATE = "interval '5 minutes'"
const SWEEP = statement<{ subject_id: string }>(
  `with late as (
     select m.subject_id from milestone m join office o on o.id = m.office_id
     where m.outcome is null
       and m.at < coalesce(o.standing_clock, clock_timestamp()) - ${LATE}
       and (o.rehearsal or m.wake_at < clock_timestamp() - ${LATE})
     union select office_id from mail
     where status = 'queued' and greatest(next_attempt_at, lease_until) < clock_timestamp() - ${LATE}
     union select id from operation
     where status = 'running' and created_at < clock_timestamp() - ${LATE}
   ), locked as (
     select subject_id from workflow_sync where wanted = told
       and subject_id in (select subject_id from late)
     for no key update skip locked
   )
   update workflow_sync s set wanted = nextval('workflow_version')
   from locked where s.subject_id = locked.subject_id returning s.subject_id`,
)

/**
 * Tells again every workflow that should have acted five minutes ago by its office's own clock and whose milestone
 * still waits, every office whose mail lies about, and every long job; returns how many. One that lives takes no
 * notice, one that was lost is started anew. Those not yet told are the syncer's anyway.
 */
export async function sweepLate(h: Handle): Promise<number> {
  return (await h.run(SWEEP())).length
}

const JUMP = 1_000_000_000
const LEAP = statement<{ version: number }>(
  `select setval('workflow_version', nextval('workflow_version') + ${JUMP}) as version`,
)
const REBUILD = statement<{ subject_id: string }>(
  `insert into workflow_sync (subject_id, office_id, kind)
   select subject_id, office_id, kind from (
     select id as subject_id, office_id, 'finding' as kind from finding
       where state in (${OPEN_STATES.map((state) => `'${state}'`).join(', ')})
     union all select id, id, 'office' from office
     union all select id, office_id, 'operation' from operation where status = 'running'
   ) waiting order by kind = 'office', subject_id
   on conflict (subject_id) do update
     set wanted = nextval('workflow_version'), lease_until = null
   returning subject_id`,
)

/**
 * Tells every workflow anew, for when Temporal lost its store or Postgres was restored: versions leap ahead of any
 * that may have been told, and all that still waits wants telling. In one transaction, by the worker's role.
 * Returns how many.
 */
export async function rebuild(h: Handle): Promise<number> {
  await h.run(LEAP())
  return (await h.run(REBUILD())).length
}

const TOLD_OFFICES = statement<{ office_id: string }>(
  `select office_id from workflow_sync
   where kind = 'office' and told > 0 and (lease_until is null or lease_until < clock_timestamp())
   order by told desc limit $1`,
)

/** Offices whose workflow has been told and so must be running, the most lately told first. */
export async function toldOffices(h: Handle, limit: number): Promise<string[]> {
  return (await h.run(TOLD_OFFICES(limit))).map(({ office_id }) => office_id)
}
