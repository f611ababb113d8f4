import type { FixPlan, FixStep } from '../commands.js'
import { dueOfDate } from '../due.js'
import type { Due } from '../finding.js'
import type { LocalDate } from '../instant.js'
import { type Rejection, reject, type Situation } from '../situation.js'
import { localDateOf } from '../zone.js'
import { checkDayAhead } from './named-due.js'

/** A fix plan that holds: its last day as a due, and the days of its steps. */
export interface CheckedPlan {
  due: Due
  fixed_by: LocalDate
  steps: readonly LocalDate[]
}

/**
 * 整改方案: fixed by a working day within a year, which may be one whose days off are not announced yet, with at least one
 * step; the steps are each later than the one before, from today to that day, and say what is done, but for an offline finding.
 */
export function checkFixPlan(
  situation: Situation,
  plan: FixPlan,
  at = '',
): CheckedPlan | Rejection {
  const { fixed_by, steps = [] } = plan
  const [fault] = fixPlanFaults(situation, plan, at)
  if (fault) return fault
  if (!fixed_by) return reject('FIELD_REQUIRED', `${at}/fixed_by`)
  const due = dueOfPlan(situation, fixed_by)
  return { due, fixed_by, steps: steps.map(({ on }) => on) }
}

/** Everything for which a fix plan does not hold, in the order of its fields. */
export function fixPlanFaults(
  situation: Situation,
  { fixed_by, steps = [] }: FixPlan,
  at: string,
): Rejection[] {
  const by = `${at}/fixed_by`
  return [
    fixed_by ? null : reject('FIELD_REQUIRED', by),
    steps.length > 0 ? null : reject('FIELD_REQUIRED', `${at}/steps`),
    fixed_by ? checkDayAhead(situation, dueOfPlan(situation, fixed_by), fixed_by, by) : null,
    ...steps.flatMap((step, index) => [
      isOutOfTurn(situation, { fixed_by, steps }, index)
        ? reject('DUE_NOT_ALLOWED', `${at}/steps/${index}/on`)
        : null,
      checkStepText(situation, step, `${at}/steps/${index}/text`),
    ]),
  ].filter((fault) => fault !== null)
}

function dueOfPlan({ rules }: Situation, fixed_by: LocalDate): Due {
  return dueOfDate(rules, fixed_by, null, 'plan_accepted')
}

/** Whether a step is no later than the one before, past already, or after the day by which all is fixed. */
function isOutOfTurn(
  { now, rules }: Situation,
  { fixed_by, steps = [] }: FixPlan,
  index: number,
): boolean {
  const [before, on] = [steps[index - 1]?.on, steps[index]?.on]
  if (on === undefined) return false
  const tooEarly = before === undefined ? on < localDateOf(rules.calendar.zone, now) : on <= before
  return tooEarly || (fixed_by !== undefined && on > fixed_by)
}

function checkStepText({ finding }: Situation, { text }: FixStep, at: string): Rejection | null {
  const said = Boolean(text?.trim())
  if (finding.handling === 'offline') return said ? reject('OFFLINE_ONLY', at) : null
  return said ? null : reject('FIELD_REQUIRED', at)
}

/** What each step says, by its place in the plan. */
export function stepTexts({ steps = [] }: FixPlan): Record<string, string | undefined> {
  return Object.fromEntries(steps.map(({ text }, index) => [`steps/${index}/text`, text]))
}
