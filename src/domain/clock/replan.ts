import type { Finding } from '../finding.js'
import { type Instant, plusMs } from '../instant.js'
import type { Milestone, Wanted } from '../milestone.js'
import { isUnitsTurn } from '../overdue.js'
import { isHeld } from '../requests.js'
import type { Rules } from '../rules.js'
import type { MilestoneKind } from '../vocabulary.js'
import { isOfRequest } from './office-limits.js'
import { isSpread } from './plan.js'

/**
 * Brings the rows to the plan as a difference: a row that stays keeps its id, a live one no longer wanted is
 * cancelled, a cancelled one wanted again comes back; one that a request holds waits and is let go as it was planned.
 * Earlier proof of delivery moves the receipt it deems. `from` is the planning instant: what is not later than it is not
 * created, and on coming back is skipped, except a due that was not yet recorded. A reminder or rung that a new calendar
 * moves to the past is skipped as well.
 */
export function replan(
  finding: Finding,
  rows: readonly Milestone[],
  wanted: readonly Wanted[],
  seen: Seen,
  rules: Rules,
): Milestone[] {
  const { from } = seen
  const same = (row: Milestone, want: Wanted) =>
    row.plan === finding.plan && row.kind === want.kind && row.step === want.step
  const kept = rows.map((row) => {
    const want = wanted.find((one) => same(row, one))
    return keep(finding, row, want && { ...want, wake_at: wakeOf(finding, want, rules) }, seen)
  })
  const created = wanted
    .filter((want) => !rows.some((row) => same(row, want) || isSpent(row, want)))
    .filter((want) => want.at > from || stillCounts(finding, want) || wasHeld(rows, want))
    .map((want) => create(finding, want, rules))
  return [...kept, ...created]
}

/** The outcome of a row the clock still has to act on: none yet, or held by a request. */
function openOutcome(finding: Finding, { kind }: Wanted): 'held' | null {
  return isHeld(finding, kind) ? 'held' : null
}

/** What a pending extension held already when the unit answered waits on: a recall gives it back. */
function isOwed(finding: Finding, { outcome, at }: Milestone, from: Instant): boolean {
  return outcome === 'held' && finding.extension !== null && !isUnitsTurn(finding) && at <= from
}

/** The office was reminded of a request already: its limit runs on whatever plan the finding has. */
function isSpent(row: Milestone, want: Wanted): boolean {
  const once = isOfRequest(want) && row.kind === want.kind && row.step === want.step
  return once && row.outcome === 'taken'
}

/** What a request held past its instant, under a plan that another followed, is still to be let go. */
function wasHeld(rows: readonly Milestone[], want: Wanted): boolean {
  return rows.some(
    ({ outcome, kind, step }) => outcome === 'held' && kind === want.kind && step === want.step,
  )
}

/** What is said on its day or not at all; all else is done late where a new calendar would have had it before. */
const OF_ITS_DAY: readonly MilestoneKind[] = [
  'remind',
  'remind_delegate',
  'remind_support',
  'climb',
]

/** A due not yet recorded for this plan, and a receipt still to be deemed, are never too late to take. */
function stillCounts(finding: Finding, { kind }: Wanted): boolean {
  return kind === 'deem_received' || (kind === 'fall_due' && finding.fell_due_plan !== finding.plan)
}

/** How a plan is looked at: as from which instant, and whether its rows move to another calendar. */
export interface Seen {
  from: Instant
  moving: boolean
}

type Timed = Wanted & Pick<Milestone, 'wake_at'>

function keep(
  finding: Finding,
  row: Milestone,
  want: Timed | undefined,
  { from, moving }: Seen,
): Milestone {
  const open = row.outcome === null || row.outcome === 'held'
  if (open && !want) return { ...row, outcome: isOwed(finding, row, from) ? 'held' : 'cancelled' }
  if (!want) return row
  const outcome = openOutcome(finding, want)
  if (open && !moving) return { ...asProved(row, want), outcome }
  if (open) {
    const passed = want.at <= from && row.at > from && OF_ITS_DAY.includes(want.kind)
    return { ...row, ...want, outcome: passed ? 'skipped' : outcome }
  }
  const undone = row.outcome === 'cancelled' || (row.outcome === 'void' && row.kind === 'fall_due')
  const ahead = moving && row.outcome === 'skipped' && want.at > from
  if (!undone && !ahead) return row
  if (want.at > from || stillCounts(finding, want)) {
    return { ...(row.at === want.at ? row : { ...row, ...want }), outcome, taken_at: null }
  }
  return { ...row, outcome: 'skipped' }
}

/**
 * By itself only a receipt to be deemed moves: to an earlier instant, and once it rests on late proof, wherever the proof that
 * stands puts it. Every other row stays as it was planned.
 */
function asProved(row: Milestone, want: Timed): Milestone {
  const moves = want.at < row.at || (want.step === 2 && want.at !== row.at)
  return want.kind === 'deem_received' && moves ? { ...row, ...want } : row
}

/** When the timer of what the plan wants fires: at its instant, or a little later where load is spread. */
export function wakeOf({ id }: Pick<Finding, 'id'>, { kind, at }: Wanted, rules: Rules): Instant {
  return plusMs(at, isSpread(kind) ? spreadMs(id, rules.policy.spread_minutes) : 0)
}

function create(finding: Finding, want: Wanted, rules: Rules): Milestone {
  return {
    ...want,
    id: null,
    plan: finding.plan,
    wake_at: wakeOf(finding, want, rules),
    taken_at: null,
    outcome: openOutcome(finding, want),
  }
}

/** A stable spread by FNV-1a of the finding's id, in whole seconds. */
function spreadMs(id: string, minutes: number): number {
  let hash = 0x811c9dc5
  for (const char of id) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193) >>> 0
  return minutes === 0 ? 0 : (hash % (minutes * 60)) * 1000
}
