import type { FixPlan } from '../commands.js'
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
  { fixed_by, steps = [] }: FixPlan,
  at = '',
): CheckedPlan | Rejection {
  const { finding, now, rules } = situation
  if (!fixed_by) return reject('FIELD_REQUIRED', `${at}/fixed_by`)
  if (steps.length === 0) return reject('FIELD_REQUIRED', `${at}/steps`)
  const due = dueOfDate(rules, fixed_by, null, 'plan_accepted')
  const refused = checkDayAhead(situation, due, fixed_by, `${at}/fixed_by`)
  if (refused) return refused
  const today = localDateOf(rules.calendar.zone, now)
  for (const [index, { on, text }] of steps.entries()) {
    const before = steps[index - 1]?.on
    const tooEarly = before === undefined ? on < today : on <= before
    if (tooEarly || on > fixed_by) return reject('DUE_NOT_ALLOWED', `${at}/steps/${index}/on`)
    const said = Boolean(text?.trim())
    if (finding.handling === 'offline') {
      if (said) return reject('OFFLINE_ONLY', `${at}/steps/${index}/text`)
    } else if (!said) return reject('FIELD_REQUIRED', `${at}/steps/${index}/text`)
  }
  return { due, fixed_by, steps: steps.map(({ on }) => on) }
}

/** What each step says, by its place in the plan. */
export function stepTexts({ steps = [] }: FixPlan): Record<string, string | undefined> {
  return Object.fromEntries(steps.map(({ text }, index) => [`steps/${index}/text`, text]))
}
