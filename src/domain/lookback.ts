import { addWorkingDays } from './calendar.js'
import { findIndicator } from './catalogue.js'
import type { Finding } from './finding.js'
import { type Instant, type LocalDate, plusDays } from './instant.js'
import { plusMonths } from './phrases/when.js'
import type { Rules } from './rules.js'
import { localDateOf } from './zone.js'

/**
 * The days on which a finding closed at `at` is looked at again (time.md, "Policy defaults"): where its indicator asks for
 * updates, once one cycle and some days have passed; else so many calendar days after closing. None of what is
 * handled on paper only, which nobody may re-test.
 */
export function lookbackDays(
  { calendar, policy: { lookback } }: Rules,
  { indicator_id, handling }: Pick<Finding, 'indicator_id' | 'handling'>,
  at: Instant,
): LocalDate[] {
  if (handling === 'offline') return []
  const closed_on = localDateOf(calendar.zone, at)
  const cycle = findIndicator(indicator_id ?? '')?.cycle
  if (!cycle || lookback.after_cycle === null) {
    const days = lookback.days.map((one) => plusDays(closed_on, one))
    // Days off bring two to one morning: the later look tells of both.
    const morning = (day: LocalDate) => addWorkingDays(calendar, day, 1)
    return days.filter((day, index) => {
      const next = days[index + 1]
      return next === undefined || morning(next) !== morning(day)
    })
  }
  const { every, unit } = cycle
  const turned = unit === 'days' ? plusDays(closed_on, every) : plusMonths(closed_on, every)
  return [plusDays(turned, lookback.after_cycle)]
}

/** Whether a re-test looks back: it saw what had been closed, of a notice that stands, and is not taken up elsewhere. */
export function looksBack(
  {
    state,
    closed_at,
    revoked,
    followed_by,
  }: Pick<Finding, 'state' | 'closed_at' | 'revoked' | 'followed_by'>,
  { observed_at }: { observed_at: Instant },
): boolean {
  const stands = state === 'closed' && !revoked && followed_by === null
  return stands && closed_at !== null && observed_at >= closed_at
}
