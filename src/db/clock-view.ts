import type { FindingView, OfficeView, OperationKind, OperationView } from '../domain/clock-view.js'
import type { State } from '../domain/vocabulary.js'
import { first, type Handle, statement } from './handle.js'
import type { Row } from './setwise.js'
import { lookbackLeft, OPEN } from './states.js'

/** What a workflow runs for. */
export type Subject = Pick<Row<'workflow_sync'>, 'subject_id' | 'office_id' | 'kind'>

export type AnyView = FindingView | OfficeView | OperationView

/** A subject as its workflow should see it, and what operators may search it by. */
export interface ToTell extends Subject {
  /** The newest version its workflow is known to have been told; 0 before the first. */
  told: number
  notice_id: string | null
  unit_id: string | null
  severity: string | null
  view: AnyView
  /** The office's now when the view was read; milliseconds since 1970. */
  now: number
}

export interface ViewRow extends Omit<ToTell, 'view'> {
  version: number
  standing_clock: number | null
  /** A finding's state, an operation's kind. */
  state: string | null
  settled: boolean
  milestones: AnyView['milestones']
}

const epoch = (column: string) => `(extract(epoch from ${column}) * 1000)::bigint`

/**
 * Mail waits for its next attempt on real time, until a lease on it ends. Where a rehearsal's clock stands still no
 * timer can wait for that: it is due as soon as real time says so, leased or not, and looked at again until the lease
 * of whoever died with it is over. A batch that has an operation of its own is that operation's.
 */
const MAIL = `
  select 'send_mail', 0, ${epoch('due')}, ${epoch('due')}
  from (
    select min(greatest(next_attempt_at, lease_until)) as next, min(next_attempt_at) as attempt from mail
    where s.kind = 'office' and office_id = s.office_id and status = 'queued'
  ) queue
  cross join lateral (select case when o.standing_clock is null then next
    when attempt <= clock_timestamp() then o.standing_clock end as due) office_time
  where due is not null and not exists (select from operation
    where office_id = s.office_id and kind = 'send_mail' and status = 'running')`

/** Columns and tables of a view, to be narrowed to rows of `workflow_sync s`: version and view of one snapshot. */
export const VIEWS = `
  select s.subject_id, s.office_id, s.kind, s.told, f.notice_id, f.unit_id, f.severity,
    s.wanted as version, ${epoch('o.standing_clock')} as standing_clock,
    ${epoch('coalesce(o.standing_clock, statement_timestamp())')} as now,
    coalesce(f.state, p.kind) as state,
    case s.kind when 'office' then false
      when 'finding' then coalesce(f.state not in (${OPEN}) and not ${lookbackLeft('f')}, true)
      else coalesce(p.status <> 'running', true) end as settled,
    coalesce((
      select jsonb_agg(jsonb_build_object('kind', kind, 'step', step, 'at', at, 'wake_at', wake_at)
        order by at, kind, step)
      from (
        select kind, step, ${epoch('at')}, ${epoch('wake_at')} from milestone
        where subject_id = s.subject_id and outcome is null
        union all ${MAIL}
      ) live (kind, step, at, wake_at)
    ), '[]') as milestones
  from workflow_sync s
  join office o on o.id = s.office_id
  left join finding f on s.kind = 'finding' and f.id = s.subject_id
  left join operation p on s.kind = 'operation' and p.id = s.subject_id`

const ONE = statement<ViewRow>(`${VIEWS} where s.subject_id = $1`)

/** The subject as its workflow should see it now; null for one whose workflow nobody ever wanted. */
export async function readView(h: Handle, subjectId: string): Promise<ToTell | null> {
  const row = await first(h.run(ONE(subjectId)))
  return row && readViewRow(row)
}

/** The row of a query over `VIEWS`. Kind, state and milestones belong together; SQL cannot say so. */
export function readViewRow(row: ViewRow): ToTell {
  const { version, standing_clock, state, settled, milestones, ...subject } = row
  const clock = { schema: 1, version, settled, milestones, standing_clock } as const
  const states = {
    finding: (state ?? 'withdrawn') as State,
    office: 'office',
    operation: state as OperationKind,
  }
  return { ...subject, view: { ...clock, state: states[subject.kind] } as AnyView }
}
