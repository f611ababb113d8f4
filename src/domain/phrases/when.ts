import { dateOf, isLocalDate, type LocalDate, plusDays } from '../instant.js'
import type { NamedDay, NamedYear, Recurrence } from './phrase.js'

/** What was not said and had to be taken from the day of issue. */
export type Inference = 'year' | 'month'

/** Which day a named day is; `null` where no year has it (2月29日), or its month has not (本月31日). */
export interface Found {
  readonly date: LocalDate | null
  readonly inferred: readonly Inference[]
}

/**
 * Which day is meant, seen from the day of issue. A missing year is that of issue, or the next where the day would
 * be past; so is a missing month. Weeks begin on Monday.
 */
export function dayFrom(day: NamedDay, issued: LocalDate): Found {
  const [year, month] = partsOf(issued)
  switch (day.kind) {
    case 'date':
      return inYear(day.year, issued, (of) => dayIn(of, day.month, day.day))
    case 'month_end':
      return inYear(day.year, issued, (of) => lastOf(of, day.month))
    case 'day_of_month': {
      const months = [0, 1, 2].map((more) => dayIn(year, month + more, day.day))
      return { date: firstFrom(months, issued), inferred: ['month'] }
    }
    case 'day_in_month':
      return found(dayIn(year, month + day.months_later, day.day))
    case 'weekday':
      return found(plusDays(mondayOf(issued), day.weeks_later * 7 + day.weekday - 1))
    case 'end_of_month':
      return found(lastOf(year, month + day.months_later))
    case 'end_of_quarter':
      return found(lastOf(year, Math.ceil(month / 3) * 3))
    case 'days_later':
      return found(plusDays(issued, day.days))
  }
}

/** The latest such day that is not after the day of issue, where year or month are missing: figures are of the past. */
export function lastDayBefore(day: NamedDay, issued: LocalDate): Found {
  const seen = dayFrom(day, issued)
  if (seen.inferred.length === 0) return seen
  const yearly = seen.inferred.includes('year')
  const first = dateOf(`${issued.slice(0, yearly ? 4 : 7)}${yearly ? '-01' : ''}-01`)
  const days = [0, yearly ? -12 : -1].map((months) => dayFrom(day, plusMonths(first, months)).date)
  return { ...seen, date: days.find((date) => date !== null && date <= issued) ?? null }
}

/** The first such day on or after `from`. A 31st that a month has not is its last day. */
export function nextOccurrence(recurrence: Recurrence, from: LocalDate): LocalDate {
  if (recurrence.every === 'week') {
    const day = plusDays(mondayOf(from), recurrence.weekday - 1)
    return day >= from ? day : plusDays(day, 7)
  }
  const [year] = partsOf(from)
  const [month, step] = cycleOf(recurrence, from)
  const first = dayOrLast(year, month, recurrence.day)
  return first >= from ? first : dayOrLast(year, month + step, recurrence.day)
}

/** The day so many months later, or the last of its month where that is shorter: 8月31日 + 6 is 2月28日. */
export function plusMonths(date: LocalDate, months: number): LocalDate {
  const [year, month] = partsOf(date)
  return dayIn(year, month + months, Number(date.slice(8))) ?? lastOf(year, month + months)
}

function found(date: LocalDate | null): Found {
  return { date, inferred: [] }
}

function inYear(
  named: NamedYear,
  issued: LocalDate,
  on: (year: number) => LocalDate | null,
): Found {
  const year = yearOf(issued)
  if (named === null) {
    return { date: firstFrom([on(year), on(year + 1)], issued), inferred: ['year'] }
  }
  const of = named === 'this' ? year : named === 'next' ? year + 1 : named
  return { date: on(of), inferred: [] }
}

function firstFrom(days: readonly (LocalDate | null)[], from: LocalDate): LocalDate | null {
  return days.find((day) => day !== null && day >= from) ?? null
}

/** The month in whose turn the day falls, and after how many months it comes again. */
function cycleOf(recurrence: Monthly, from: LocalDate): readonly [month: number, step: number] {
  const [, month] = partsOf(from)
  switch (recurrence.every) {
    case 'month':
      return [month, 1]
    case 'quarter':
      return [Math.floor((month - 1) / 3) * 3 + recurrence.month, 3]
    case 'year':
      return [recurrence.month, 12]
  }
}

type Monthly = Exclude<Recurrence, { every: 'week' }>

function dayOrLast(year: number, month: number, day: number | 'last'): LocalDate {
  return (day === 'last' ? null : dayIn(year, month, day)) ?? lastOf(year, month)
}

function dayIn(year: number, month: number, day: number): LocalDate | null {
  const text = dayText(year, month, day)
  return isLocalDate(text) ? text : null
}

/** Months beyond December belong to the years after. */
function dayText(year: number, month: number, day: number): string {
  const months = year * 12 + month - 1
  const parts: [number, number][] = [
    [Math.floor(months / 12), 4],
    [(months % 12) + 1, 2],
    [day, 2],
  ]
  return parts.map(([number, width]) => String(number).padStart(width, '0')).join('-')
}

function lastOf(year: number, month: number): LocalDate {
  return plusDays(dateOf(dayText(year, month + 1, 1)), -1)
}

/** 1970-01-05 was a Monday. */
function mondayOf(date: LocalDate): LocalDate {
  const days = (Date.parse(date) - Date.parse('1970-01-05')) / 86_400_000
  return plusDays(date, -(((days % 7) + 7) % 7))
}

function partsOf(date: LocalDate): readonly [year: number, month: number] {
  return [yearOf(date), Number(date.slice(5, 7))]
}

function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4))
}
