import type { CurrentRound, Finding } from '../finding.js'
import type { Instant, LocalDate } from '../instant.js'
import type { Milestone } from '../milestone.js'
import type { Situation } from '../situation.js'
import { localDateOf } from '../zone.js'

type Counts = Pick<CurrentRound['before'], 'rung' | 'highest_rung' | 'fell_due_plan'>

/**
 * Steps the clock took that do not count because a paper had arrived by then (lifecycle.md, `register_response`):
 * rungs of this turn dated on or after `received_on`, also those before a take-down began a new plan, and the
 * running plan's due when the paper came in time.
 */
export function voidedBy(
  { finding, milestones, rules }: Situation,
  { effective_at, received_on }: { effective_at: Instant; received_on: LocalDate | null },
): Milestone[] {
  const { due, plan, turn_since } = finding
  if (received_on === null || !due || !turn_since) return []
  const { zone } = rules.calendar
  return milestones
    .filter((row) => row.outcome === 'taken' && row.at > turn_since)
    .filter(
      (row) =>
        (row.kind === 'fall_due' && row.plan === plan && effective_at < due.at) ||
        (row.kind === 'climb' && localDateOf(zone, row.at) >= received_on),
    )
}

/** What a finding's counters of the ladder are once the voided steps no longer count. */
export function countsWithout(
  voided: readonly Milestone[],
  { plan, cycle_plan, rung, rung_base, highest_rung, fell_due_plan }: Finding,
  milestones: readonly Milestone[],
): Counts {
  if (voided.length === 0) return { rung, highest_rung, fell_due_plan }
  const counted = milestones.filter((row) => row.outcome === 'taken' && !voided.includes(row))
  const highest = (from: number) =>
    counted.reduce(
      (top, row) => (row.kind === 'climb' && row.plan >= from ? Math.max(top, row.step) : top),
      0,
    )
  return {
    rung: Math.max(rung_base, highest(plan)),
    highest_rung: highest(cycle_plan),
    fell_due_plan: counted.some((row) => row.kind === 'fall_due' && row.plan === plan)
      ? plan
      : null,
  }
}

/** What names a milestone of one finding. */
export function keyOf({ plan, kind, step }: Milestone): Pick<Milestone, 'plan' | 'kind' | 'step'> {
  return { plan, kind, step }
}
