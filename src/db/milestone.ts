import type { Instant } from '../domain/instant.js'
import { type Handle, statement } from './handle.js'
import { everyRowText, insertText, json, type Row, updateText } from './setwise.js'

/** A future act of the clock on a finding, or on its office when `finding_id` is null. */
export type StoredMilestone = Row<'milestone'>

const COLUMNS = [
  'id',
  'office_id',
  'subject_id',
  'finding_id',
  'unit_id',
  'plan',
  'kind',
  'step',
  'at',
  'wake_at',
  'reason',
  'taken_at',
  'outcome',
] as const satisfies readonly (keyof StoredMilestone)[]
const LIST = COLUMNS.join(', ')

const OF = statement<StoredMilestone>(
  `select ${LIST} from milestone where subject_id = any ($1::uuid[]) order by subject_id, at, id`,
)
const LIVE = statement<StoredMilestone>(
  `select ${LIST} from milestone where subject_id = any ($1::uuid[]) and outcome is null
   order by subject_id, at, id`,
)
const INSERT = statement<never>(insertText('milestone', COLUMNS))
const MARK = statement<never>(
  everyRowText(
    'milestone',
    updateText(
      'milestone',
      ['id'],
      ['outcome', 'taken_at', 'at', 'wake_at', 'reason'],
      'and (t.outcome is distinct from r.outcome or t.at <> r.at)',
    ),
  ),
)
const DUE = statement<{ finding_id: string }>(
  `select finding_id from milestone
   where office_id = $1 and outcome is null and at <= $2 and finding_id is not null
   group by finding_id order by min(at), finding_id limit $3`,
)
// By `wake_at`, which spreads what is due at once over a while; a rehearsal's clock knows the legal instants alone. The
// newest due first, as the index has them, and nothing that woke long ago: that stays due for a reason, and has a workflow
// that goes on trying.
const LOCK_DUE = statement<{ id: string }>(
  `with clock as materialized (
     select standing_clock is not null as stands, coalesce(standing_clock, statement_timestamp()) as now
     from office where id = $1)
   select f.id from milestone m join finding f on f.id = m.finding_id
   where m.office_id = $1 and m.outcome is null and m.at <= (select now from clock)
     and ((select stands from clock) or m.wake_at <= (select now from clock))
     and m.wake_at > (select now from clock) - interval '10 minutes' and f.id <> all ($3::uuid[])
   order by m.at desc limit $2 for no key update of f skip locked`,
)

/** Every milestone of these subjects, live or not, by instant. */
export function milestonesOf(h: Handle, subjectIds: readonly string[]): Promise<StoredMilestone[]> {
  return h.run(OF([...subjectIds]))
}

/** The milestones of these subjects on which the clock still has to act, by instant. */
export function liveMilestones(
  h: Handle,
  subjectIds: readonly string[],
): Promise<StoredMilestone[]> {
  return h.run(LIVE([...subjectIds]))
}

/** Stores new milestones. Throws UNIQUE when a subject's plan already has one of that kind and step. */
export async function insertMilestones(
  h: Handle,
  milestones: readonly StoredMilestone[],
): Promise<void> {
  if (milestones.length > 0) await h.run(INSERT(json(milestones)))
}

/** A milestone as it is to become; an `outcome` of null brings a closed one back. */
export type MilestoneMark = Pick<
  StoredMilestone,
  'id' | 'outcome' | 'taken_at' | 'at' | 'wake_at' | 'reason'
>

/** Closes, revives or moves milestones, and tells void from taken. Throws when a row is already what it is to become. */
export async function markMilestones(h: Handle, marks: readonly MilestoneMark[]): Promise<void> {
  if (marks.length > 0) await h.run(MARK(json(marks)))
}

/** Findings of an office with a live milestone at or before the instant, the longest due first. */
export async function dueFindings(
  h: Handle,
  officeId: string,
  until: Instant,
  limit: number,
): Promise<string[]> {
  return (await h.run(DUE(officeId, until, limit))).map((row) => row.finding_id)
}

/** Some of what is due in an office. */
export interface DuePage {
  findings: string[]
  /** Whether as many milestones were read as were asked for: then more may be left. */
  full: boolean
}

/**
 * Locks, for the rest of the transaction, the findings of up to `limit` due milestones of an office but the excepted, the
 * newest due first; none that somebody else holds, so that it waits for nobody in whatever order.
 */
export async function lockDue(
  h: Handle,
  officeId: string,
  { limit, except }: { limit: number; except: readonly string[] },
): Promise<DuePage> {
  const rows = await h.run(LOCK_DUE(officeId, limit, [...except]))
  return { findings: [...new Set(rows.map(({ id }) => id))], full: rows.length === limit }
}
