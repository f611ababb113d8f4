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
  const climbed = counted.filter((row) => row.kind === 'climb' && row.plan >= cycle_plan)
  const highest = (rows: readonly Milestone[]) => Math.max(0, ...rows.map(({ step }) => step))
  const lowest = Math.min(...voided.flatMap(({ kind, step }) => (kind === 'climb' ? [step] : [])))
  // A ladder may have begun under an earlier plan: what lies below the lowest rung that does not count stays climbed.
  const below = climbed.filter(({ step }) => step < lowest)
  return {
    rung: lowest > rung ? rung : Math.max(rung_base, highest(below)),
    highest_rung: highest(climbed),
    fell_due_plan: counted.some((row) => row.kind === 'fall_due' && row.plan === plan)
      ? plan
      : null,
  }
}

/** What names a milestone of one finding. */
export function keyOf({ plan, kind, step }: Milestone): Pick<Milestone, 'plan' | 'kind' | 'step'> {
  return { plan, kind, step }
}
