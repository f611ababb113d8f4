import { readViewRow, type Subject, type ToTell, VIEWS, type ViewRow } from './clock-view.js'
import { type Handle, statement } from './handle.js'
import type { Pool } from './pool.js'
import { json, rowsOf } from './setwise.js'

export type { Subject } from './clock-view.js'

const WANT = statement<{ subject_id: string; wanted: number }>(
  `insert into workflow_sync (subject_id, office_id, kind)
   select subject_id, office_id, kind from ${rowsOf('workflow_sync')}
   order by kind = 'office', subject_id
   on conflict (subject_id) do update
     set wanted = nextval('workflow_version'), wanted_at = clock_timestamp()
   returning subject_id, wanted`,
)

// Offices last, in every statement that waits for these rows: a command takes its findings' before its office's.
/**
 * Asks that these workflows be told of what this transaction does. Only under the subjects' own locks, after all
 * other writes: the number taken here is the version of what the commit makes visible.
 */
export function wantSubjects(
  h: Handle,
  subjects: readonly Subject[],
): Promise<{ subject_id: string; wanted: number }[]> {
  return h.run(WANT(json(subjects)))
}

/**
 * What is only remembered for the telling need not wait for the disk, where people's commands queue: a server that dies
 * within the next moment forgets it, and the workflow is told once more. For statements that commit by themselves alone,
 * hence the pool: inside a transaction it would let all of that go unwaited for.
 */
const LAZILY = `(select set_config('synchronous_commit', 'off', true)) = 'off'`

/**
 * The main query reads the statement's snapshot, `claimed` the newest rows: a command that commits in between
 * raises `wanted` there, not here. So the version told is the snapshot's own, like the view beside it. While many wait,
 * a finding that was changed a moment ago is left for a later look: it may be changed again, and is then told once.
 */
const CLAIM = statement<ViewRow>(
  `with waiting (many) as (
     select count(*) > $3 from (select from workflow_sync where wanted > told limit $3 + 1) first_few
   ), picked as (
     select subject_id from workflow_sync
     where ${LAZILY} and wanted > told and (lease_until is null or lease_until < clock_timestamp())
       and ($4 or kind <> 'finding' or wanted_at < clock_timestamp() - interval '1 s'
         or not (select many from waiting))
     order by wanted limit $1 for no key update skip locked
   ), claimed as (
     update workflow_sync s
     set lease_until = clock_timestamp() + $2::integer * interval '1 millisecond'
     from picked where s.subject_id = picked.subject_id returning s.subject_id
   )
   ${VIEWS} where s.subject_id in (select subject_id from claimed) order by s.wanted`,
)

/** How many subjects may wait before those that were changed within the last second are left for later. */
const FEW = 50

/**
 * Takes subjects whose workflows are behind, oldest first, for the length of a lease of real time; with `all` also
 * those that would otherwise be left for later because many wait.
 */
export async function claimToTell(
  pool: Pool,
  limit: number,
  leaseMs: number,
  all = false,
): Promise<ToTell[]> {
  return (await pool.run(CLAIM(limit, leaseMs, FEW, all))).map(readViewRow)
}

export interface Told {
  subject_id: string
  version: number
}

// A row that a command holds is skipped: nobody waits for anybody. The caller tries again what is not returned.
const TOLD = statement<{ subject_id: string }>(
  `with given as (
     select subject_id, told as version from ${rowsOf('workflow_sync')}
   ), locked as (
     select subject_id from workflow_sync
     where ${LAZILY} and subject_id in (select subject_id from given)
     for no key update skip locked
   )
   update workflow_sync s set told = greatest(s.told, g.version), lease_until = null,
     wanted = case when s.told > g.version then nextval('workflow_version') else s.wanted end
   from given g join locked using (subject_id) where s.subject_id = g.subject_id
   returning s.subject_id`,
)

/**
 * Records which versions were told and ends their leases; returns the subjects of which it was recorded, the others
 * being held by a command. Where another syncer has told a newer one meanwhile, the older may have arrived last:
 * the subject gets a new version, so that it is told again.
 */
export async function markTold(pool: Pool, told: readonly Told[]): Promise<string[]> {
  if (told.length === 0) return []
  const rows = told.map(({ subject_id, version }) => ({ subject_id, told: version }))
  return (await pool.run(TOLD(json(rows)))).map(({ subject_id }) => subject_id)
}

const ANSWERED = statement<never>(
  `update workflow_sync set told = greatest(told, $2)
   where ${LAZILY} and subject_id = $1 and (lease_until is null or lease_until < clock_timestamp())`,
)

/**
 * Records that a workflow gets this version as the answer of its own activity and need not be signalled. Nothing
 * while a syncer is telling it something: what arrives last is then told by the syncer.
 */
export async function markAnswered(pool: Pool, { subject_id, version }: Told): Promise<void> {
  await pool.run(ANSWERED(subject_id, version))
}

const RELEASE = statement<never>(
  `update workflow_sync set lease_until = null where subject_id in (
     select subject_id from workflow_sync where ${LAZILY} and subject_id = any ($1::uuid[])
     for no key update skip locked)`,
)

/**
 * Gives back claimed subjects that could not be told, so that the next claim need not wait for their leases. One
 * that a command holds keeps its lease: nobody waits for anybody.
 */
export async function releaseClaims(pool: Pool, subjectIds: readonly string[]): Promise<void> {
  if (subjectIds.length > 0) await pool.run(RELEASE([...subjectIds]))
}
