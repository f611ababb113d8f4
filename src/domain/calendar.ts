import { dayFromEpoch, type LocalDate } from './instant.js'

/** What the State Council's yearly arrangement, or the office itself, says about one day. */
export interface DayException {
  kind: 'holiday' | 'workday'
  name: string
}

/** One version of an office's working days: Monday to Friday, apart from the exceptions. Never changed. */
export interface Calendar {
  version: string
  /** IANA name of the zone whose days these are. */
  zone: string
  exceptions: ReadonlyMap<LocalDate, DayException>
  /** Years whose arrangement is known; in any other year dates are provisional. */
  definite_years: ReadonlySet<number>
}

export interface ExplainedDay {
  date: LocalDate
  /** In Chinese, as shown to people: 国庆节, 周六, 周日上班(国庆节调休). */
  why: string
}

const DAY_MS = 86_400_000
const MAX_WORKING_DAYS = 5_000
const MAX_SPAN_DAYS = 10_000
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const

/** Whether the office works on that day. */
export function isWorkingDay(calendar: Calendar, date: LocalDate): boolean {
  return worksOn(calendar, dayNumber(date))
}

/**
 * The n-th working day after `from`, which is not counted itself; before it when n is negative. With n = 0
 * `from` itself if it is a working day, else the next one. RangeError unless n is an integer up to 5000.
 */
export function addWorkingDays(calendar: Calendar, from: LocalDate, n: number): LocalDate {
  if (!Number.isInteger(n) || Math.abs(n) > MAX_WORKING_DAYS) {
    throw new RangeError(`not a number of working days: ${n}`)
  }
  if (n === 0) return nextWorkingDay(calendar, from)
  const step = Math.sign(n)
  let day = dayNumber(from)
  for (let left = Math.abs(n); left > 0; ) {
    day += step
    if (worksOn(calendar, day)) left -= 1
  }
  return dateAt(day)
}

/** The first working day on or after the date. */
export function nextWorkingDay(calendar: Calendar, date: LocalDate): LocalDate {
  return isWorkingDay(calendar, date) ? date : addWorkingDays(calendar, date, 1)
}

/** The last working day on or before the date. */
export function previousWorkingDay(calendar: Calendar, date: LocalDate): LocalDate {
  return isWorkingDay(calendar, date) ? date : addWorkingDays(calendar, date, -1)
}

/** How many working days lie after a, up to and including b; 0 when b is not after a. */
export function workingDaysBetween(calendar: Calendar, a: LocalDate, b: LocalDate): number {
  const until = dayNumber(b)
  let count = 0
  for (let day = dayNumber(a) + 1; day <= until; day++) {
    if (worksOn(calendar, day)) count += 1
  }
  return count
}

/** The days off after `from` up to and including `to`, each with why; RangeError beyond 10,000 days. */
export function skippedDays(calendar: Calendar, from: LocalDate, to: LocalDate): ExplainedDay[] {
  return daysIn(from, to)
    .filter((day) => !worksOn(calendar, day))
    .map((day) => {
      const date = dateAt(day)
      const unnamed = `${weekdayName(day)}${isWeekend(day) ? '' : '放假'}`
      return { date, why: calendar.exceptions.get(date)?.name || unnamed }
    })
}

/** The working Saturdays and Sundays (调休) after `from` up to and including `to`; RangeError as above. */
export function adjustedDays(calendar: Calendar, from: LocalDate, to: LocalDate): ExplainedDay[] {
  return daysIn(from, to)
    .filter((day) => isWeekend(day) && worksOn(calendar, day))
    .map((day) => {
      const date = dateAt(day)
      const name = calendar.exceptions.get(date)?.name
      return { date, why: `${weekdayName(day)}上班${name ? `(${name})` : ''}` }
    })
}

/** Whether any year from one day to the other, in either order, has no arrangement yet. */
export function leansOnProvisional(calendar: Calendar, from: LocalDate, to: LocalDate): boolean {
  const [first, last] = [yearOf(from < to ? from : to), yearOf(from < to ? to : from)]
  for (let year = first; year <= last; year++) {
    if (!calendar.definite_years.has(year)) return true
  }
  return false
}

/** Exceptions by day number, built once per map: days are walked by the thousand, texts are slow. */
const indexes = new WeakMap<Calendar['exceptions'], ReadonlyMap<number, boolean>>()

function worksOn({ exceptions }: Calendar, day: number): boolean {
  let index = indexes.get(exceptions)
  if (!index) {
    index = new Map(
      [...exceptions].map(([date, { kind }]) => [dayNumber(date), kind === 'workday']),
    )
    indexes.set(exceptions, index)
  }
  return index.get(day) ?? !isWeekend(day)
}

function daysIn(from: LocalDate, to: LocalDate): number[] {
  const first = dayNumber(from) + 1
  const length = Math.max(0, dayNumber(to) - dayNumber(from))
  if (length > MAX_SPAN_DAYS) throw new RangeError(`too long to list day by day: ${from} to ${to}`)
  return Array.from({ length }, (_, index) => first + index)
}

/** Days since 1970-01-01, a Thursday. */
function dayNumber(date: LocalDate): number {
  return Date.parse(date) / DAY_MS
}

function dateAt(day: number): LocalDate {
  return dayFromEpoch(day * DAY_MS)
}

/** 0 is Sunday. */
function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7
}

function weekdayName(day: number): string {
  return WEEKDAYS[weekdayOf(day)] ?? ''
}

function isWeekend(day: number): boolean {
  return weekdayOf(day) % 6 === 0
}

function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4))
}
