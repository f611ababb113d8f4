import type { Instant } from '../domain/instant.js'
import type { MilestoneKind, OfficeMilestoneKind, State } from '../domain/vocabulary.js'
import { type Handle, statement } from './handle.js'
import { json, type Row, rowsOf } from './setwise.js'

/** What a workflow runs for. */
export type Subject = Pick<Row<'workflow_sync'>, 'subject_id' | 'office_id' | 'kind'>

const WANT = statement<{ subject_id: string; wanted: number }>(
  `insert into workflow_sync (subject_id, office_id, kind)
   select subject_id, office_id, kind from ${rowsOf('workflow_sync')}
   order by kind = 'office', subject_id
   on conflict (subject_id) do update set wanted = nextval('workflow_version')
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

/** What a workflow is told: its version, and where the clock stands. */
export interface ToTell extends Subject {
  version: number
  /** A rehearsal's clock; null in a real office. */
  standing_clock: Instant | null
  /** Of findings only. */
  state: State | null
  notice_id: string | null
  unit_id: string | null
  /** Nothing is left to wait for. */
  settled: boolean
  milestones: readonly {
    kind: MilestoneKind | OfficeMilestoneKind
    step: number
    at: Instant
    wake_at: Instant
  }[]
}

const ISO = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`
const iso = (column: string) => `to_char(${column} at time zone 'UTC', ${ISO})`

/**
 * The main query reads the statement's snapshot, `claimed` the newest rows: a command that commits in between
 * raises `wanted` there, not here. So the version told is the snapshot's own, like the view beside it.
 */
const CLAIM = statement<ToTell>(
  `with picked as (
     select subject_id from workflow_sync
     where wanted > told and (lease_until is null or lease_until < clock_timestamp())
     order by wanted limit $1 for no key update skip locked
   ), claimed as (
     update workflow_sync s
     set lease_until = clock_timestamp() + $2::integer * interval '1 millisecond'
     from picked where s.subject_id = picked.subject_id returning s.subject_id
   )
   select s.subject_id, s.office_id, s.kind, s.wanted as version, o.standing_clock,
     f.state, f.notice_id, f.unit_id,
     coalesce(f.state in ('closed', 'withdrawn'), p.status <> 'running', false) as settled,
     coalesce((
       select jsonb_agg(jsonb_build_object('kind', m.kind, 'step', m.step,
         'at', ${iso('m.at')}, 'wake_at', ${iso('m.wake_at')}) order by m.at, m.id)
       from milestone m where m.subject_id = s.subject_id and m.outcome is null
     ), '[]') as milestones
   from claimed join workflow_sync s using (subject_id)
   join office o on o.id = s.office_id
   left join finding f on s.kind = 'finding' and f.id = s.subject_id
   left join operation p on s.kind = 'operation' and p.id = s.subject_id
   order by s.wanted`,
)

/** Takes subjects whose workflows are behind, oldest first, for the length of a lease of real time. */
export function claimToTell(h: Handle, limit: number, leaseMs: number): Promise<ToTell[]> {
  return h.run(CLAIM(limit, leaseMs))
}

// A row that a command holds is skipped: that command gives it a new version anyway, and nobody waits for anybody.
const TOLD = statement<never>(
  `with given as (
     select subject_id, told as version from ${rowsOf('workflow_sync')}
   ), locked as (
     select subject_id from workflow_sync where subject_id in (select subject_id from given)
     for no key update skip locked
   )
   update workflow_sync s set told = greatest(s.told, g.version), lease_until = null,
     wanted = case when s.told > g.version then nextval('workflow_version') else s.wanted end
   from given g join locked using (subject_id) where s.subject_id = g.subject_id`,
)

/**
 * Records which versions were told and ends their leases. Where another syncer has told a newer one meanwhile, the
 * older may have arrived last: the subject gets a new version, so that it is told again.
 */
export async function markTold(
  h: Handle,
  told: readonly Pick<ToTell, 'subject_id' | 'version'>[],
): Promise<void> {
  const rows = told.map(({ subject_id, version }) => ({ subject_id, told: version }))
  if (rows.length > 0) await h.run(TOLD(json(rows)))
}
