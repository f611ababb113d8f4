import { addWorkingDays, type Calendar, leansOnProvisional } from './calendar.js'
import { lastDayOf, USUAL_READING } from './date-reading.js'
import type { CountedSince } from './due-date.js'
import type { Due, DueRule } from './finding.js'
import { type Instant, type LocalDate, type LocalTime, plusDays, plusMs } from './instant.js'
import type { Rules } from './rules.js'
import { endOfDay, instantAt, localDateOf, localTimeOf } from './zone.js'

/** A window of calendar days ends with its last day, or rolls on where that is a day off. */
export function dueAfterCalendarDays(
  rules: Rules,
  from: LocalDate,
  calendar_days: number,
  rule: DueRule = 'indicator_window',
): Due {
  const last = lastDayOf(rules.calendar, plusDays(from, calendar_days), null, USUAL_READING)
  const due = dueOn(rules, rule, from, null, last, null)
  return { ...due, basis: { ...due.basis, calendar_days } }
}

/** The same due, remembering that it was counted from a service. */
export function sinceService(due: Due, served_at: Instant, receipt_days = 0): Due {
  return countedSince(due, { since: 'service', served_at, receipt_days })
}

/** The same due, with what it was counted from. */
export function countedSince(due: Due, counted: CountedSince): Due {
  return { ...due, basis: { ...due.basis, counted } }
}

/** The end of a working day, counted from a day that is not counted itself. */
export function dueAfter(rules: Rules, rule: DueRule, from: LocalDate, working_days: number): Due {
  const last = addWorkingDays(rules.calendar, from, working_days)
  return dueOn(rules, rule, from, working_days, last, null)
}

/** A due on a day, until its time or its end. */
export function dueOn(
  { calendar }: Rules,
  rule: DueRule,
  from: LocalDate,
  working_days: number | null,
  date: LocalDate,
  time: LocalTime | null,
): Due {
  return {
    at: instantAt(calendar.zone, date, time ?? '24:00'),
    date,
    time,
    provisional: leansOnProvisional(calendar, from, date),
    basis: { rule, from, working_days, calendar_days: null, calendar_version: calendar.version },
  }
}

/** So many hours later by the clock, through nights and days off, with the day and time people read. */
export function hoursAfter(
  { zone }: Calendar,
  begins: Instant,
  hours: number,
): Pick<Due, 'at' | 'date' | 'time'> {
  const at = plusMs(begins, hours * 3_600_000)
  // Midnight is 24:00 of the day that ends: the next one must not pass for the day of the due.
  const date = localDateOf(zone, plusMs(at, -1))
  return { at, date, time: at === endOfDay(zone, date) ? null : localTimeOf(zone, at) }
}
