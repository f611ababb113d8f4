import {
  addWorkingDays,
  type Calendar,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  workingDaysBetween,
} from './calendar.js'
import {
  type Instant,
  type LocalDate,
  type LocalTime,
  later,
  plusDays,
  plusMs,
  timeOf,
  toEpoch,
} from './instant.js'
import { instantAt, localDateOf } from './zone.js'

/** When an office is open on a working day: spans in order, each up to but without its end. */
export interface OfficeHours {
  spans: readonly (readonly [LocalTime, LocalTime])[]
}

/** 09:00–12:00 and 13:30–17:30. */
export const DEFAULT_HOURS: OfficeHours = {
  spans: [
    [timeOf('09:00'), timeOf('12:00')],
    [timeOf('13:30'), timeOf('17:30')],
  ],
}

const EARLY_MS = -90 * 60_000

/** When the office opens on that day, were it a working day. RangeError for hours without a span. */
export function openingOf(calendar: Calendar, hours: OfficeHours, date: LocalDate): Instant {
  return instantAt(calendar.zone, date, edges(hours).opens)
}

/** When the office closes on that day (下班), were it a working day. RangeError for hours without a span. */
export function closingOf(calendar: Calendar, hours: OfficeHours, date: LocalDate): Instant {
  return instantAt(calendar.zone, date, edges(hours).closes)
}

/** Whether somebody is in: a working day, not before opening, not at lunch, not at or after closing. */
export function isOpen(calendar: Calendar, hours: OfficeHours, at: Instant): boolean {
  const date = localDateOf(calendar.zone, at)
  if (!isWorkingDay(calendar, date)) return false
  return hours.spans.some(
    ([from, to]) =>
      at >= instantAt(calendar.zone, date, from) && at < instantAt(calendar.zone, date, to),
  )
}

/**
 * The day a service counts as (time.md, rule 2): its own working day until closing, even before opening or at
 * lunch; at or after closing or on a day off the next working day.
 */
export function serviceDate(calendar: Calendar, hours: OfficeHours, at: Instant): LocalDate {
  const date = localDateOf(calendar.zone, at)
  const counts = isWorkingDay(calendar, date) && at < closingOf(calendar, hours, date)
  return counts ? date : addWorkingDays(calendar, date, 1)
}

/** When hours begin that a service sets running: at once while the office's day lasts, else with the opening of the day it counts as. */
export function serviceBegins(calendar: Calendar, hours: OfficeHours, at: Instant): Instant {
  return later(at, openingOf(calendar, hours, serviceDate(calendar, hours, at)))
}

/** The legal instant of a day's reminders, rungs and nagging: 90 minutes before opening, alike for all units. */
export function earlyOf(calendar: Calendar, hours: OfficeHours, date: LocalDate): Instant {
  return plusMs(openingOf(calendar, hours, date), EARLY_MS)
}

/** The first opening of a working day strictly later than the instant. */
export function nextOpening(calendar: Calendar, hours: OfficeHours, after: Instant): Instant {
  const today = localDateOf(calendar.zone, after)
  const first = openingOf(calendar, hours, nextWorkingDay(calendar, today))
  return first > after ? first : openingOf(calendar, hours, addWorkingDays(calendar, today, 1))
}

/** The last opening of a working day at or before the instant. */
export function lastOpening(calendar: Calendar, hours: OfficeHours, at: Instant): Instant {
  const today = localDateOf(calendar.zone, at)
  const last = openingOf(calendar, hours, previousWorkingDay(calendar, today))
  return last <= at ? last : openingOf(calendar, hours, addWorkingDays(calendar, today, -1))
}

/** How many working days close (下班) at or after one instant and before another; 0 where that is not later. */
export function closingsBetween(
  calendar: Calendar,
  hours: OfficeHours,
  from: Instant,
  until: Instant,
): number {
  const closed = (at: Instant) => {
    const today = localDateOf(calendar.zone, at)
    return at <= closingOf(calendar, hours, today) ? plusDays(today, -1) : today
  }
  return workingDaysBetween(calendar, closed(from), closed(until))
}

/**
 * The instant since which the office has been open for half a working day in all, lunch, nights and days off left
 * out. RangeError for hours without a span.
 */
export function halfDayBefore(calendar: Calendar, hours: OfficeHours, at: Instant): Instant {
  edges(hours)
  const spansOf = (date: LocalDate) =>
    hours.spans.map(([from, to]) => ({
      from: instantAt(calendar.zone, date, from),
      to: instantAt(calendar.zone, date, to),
    }))
  const today = localDateOf(calendar.zone, at)
  let missing = spansOf(today).reduce((sum, { from, to }) => sum + lengthOf(from, to), 0) / 2
  for (let date = today; ; date = plusDays(date, -1)) {
    if (!isWorkingDay(calendar, date)) continue
    for (const { from, to } of spansOf(date).toReversed()) {
      const end = to < at ? to : at
      const open = Math.max(0, lengthOf(from, end))
      if (open >= missing) return plusMs(end, -missing)
      missing -= open
    }
  }
}

function edges({ spans }: OfficeHours): { opens: LocalTime; closes: LocalTime } {
  const [first, last] = [spans[0], spans.at(-1)]
  if (!first || !last) throw new RangeError('office hours without a span')
  return { opens: first[0], closes: last[1] }
}

function lengthOf(from: Instant, to: Instant): number {
  return toEpoch(to) - toEpoch(from)
}
