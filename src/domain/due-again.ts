import { addWorkingDays } from './calendar.js'
import { dueOfDate } from './due.js'
import { countedSince, dueAfter, dueAfterCalendarDays, dueOn } from './due-counted.js'
import type { CountedSince, DueBasis } from './due-date.js'
import { hoursAgain } from './due-of-period.js'
import { resumedDue } from './due-of-request.js'
import type { Due } from './finding.js'
import { serviceDate } from './hours.js'
import type { Instant, LocalDate } from './instant.js'
import type { Rules } from './rules.js'
import { localDateOf } from './zone.js'

/**
 * A due counted again by another calendar, from the facts it was counted from: services and pauses too are counted again.
 * A take-down runs by the hours of any day and stays. Under the calendar it came from it is the same due.
 */
export function dueUnder(rules: Rules, due: Due): Due {
  const { rule, counted } = due.basis
  if (rule === 'urgent_takedown') return due
  if (counted?.since === 'calendar') {
    return broughtForward(rules, dueUnder(rules, counted.due), counted)
  }
  if (counted?.since === 'pause') {
    const pause = { ...counted, due: dueUnder(rules, counted.due) }
    // Also where no day of the pause counts by this calendar: by the next one may.
    return countedSince(resumedDue(rules, pause), pause)
  }
  const again = countedAgain(rules, due)
  return counted ? countedSince(again, counted) : again
}

function countedAgain(rules: Rules, { time, basis }: Due): Due {
  const { rule, working_days, calendar_days, reading } = basis
  const hours = hoursAgain(rules, basis)
  if (hours) return hours
  const from = beginningOf(rules, basis)
  if (working_days !== null) {
    const date = addWorkingDays(rules.calendar, from, working_days)
    return dueOn(rules, rule, from, working_days, date, time)
  }
  if (calendar_days !== null) return dueAfterCalendarDays(rules, from, calendar_days, rule)
  return dueOfDate(rules, from, time, rule, reading)
}

/** The day that is not counted, or the day named. */
function beginningOf({ calendar, hours }: Rules, { from, counted }: DueBasis): LocalDate {
  if (counted?.since !== 'service') return from
  const { served_at, receipt_days } = counted
  return addWorkingDays(calendar, serviceDate(calendar, hours, served_at), receipt_days)
}

/**
 * What a new calendar makes of a due that was told; null where that changes nothing. What was told as certain may only become
 * later. A provisional due is brought forward too, unless it has passed, but leaves at least the next working day after
 * `now`; where it stays on its day it becomes certain there.
 */
export function dueMovedBy(rules: Rules, due: Due, now: Instant): Due | null {
  const again = dueUnder(rules, due)
  if (again.at > due.at) return again
  if (!due.provisional) return null
  const forward = broughtForward(rules, again, { since: 'calendar', due, moved_at: now })
  // Never where it has passed: the next working day is later than that.
  if (forward.at < due.at) return forward
  if (again.provisional) return null
  return again.at === due.at ? again : { ...due, provisional: false }
}

function broughtForward(
  rules: Rules,
  again: Due,
  counted: CountedSince & { since: 'calendar' },
): Due {
  const moved_on = localDateOf(rules.calendar.zone, counted.moved_at)
  const least = dueAfter(rules, 'recalculated', moved_on, 1)
  return again.at >= least.at ? again : countedSince(least, counted)
}
