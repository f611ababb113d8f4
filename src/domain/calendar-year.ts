import type { Calendar, DayException } from './calendar.js'
import { dateOf, type LocalDate, plusDays } from './instant.js'

/** A day of a year as its arrangement lists it, the name where it has one: 国庆节, 国庆节调休. */
export interface ArrangedDay {
  date: LocalDate
  works: boolean
  name: string | null
}

/** What is wrong with a list of a year's days: at which of them, or at the list where its end is missing. */
export interface YearFault {
  index: number | null
  code: 'DAY_MISSING' | 'DAY_TWICE' | 'OUT_OF_RANGE'
}

/** The days of a version without its name and zone. */
export type CalendarDays = Pick<Calendar, 'exceptions' | 'definite_years'>

/**
 * Whether a list has every day of the year once, in whatever order. A gap is a fault of the day after it, a double of
 * the later entry.
 */
export function faultsOfYear(year: number, days: readonly ArrangedDay[]): YearFault[] {
  const faults: YearFault[] = []
  const inOrder = days
    .map(({ date }, index) => ({ date, index }))
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.index - b.index))
  let next = dateOf(`${year}-01-01`)
  for (const { date, index } of inOrder) {
    if (Number(date.slice(0, 4)) !== year) faults.push({ index, code: 'OUT_OF_RANGE' })
    else if (date < next) faults.push({ index, code: 'DAY_TWICE' })
    else {
      if (date > next) faults.push({ index, code: 'DAY_MISSING' })
      next = plusDays(date, 1)
    }
  }
  const whole = next === dateOf(`${year + 1}-01-01`)
  return whole ? faults : [...faults, { index: null, code: 'DAY_MISSING' }]
}

/** The days with those of one whole year instead of what was there of it; from then on it is definite. */
export function withYear(
  { exceptions, definite_years }: CalendarDays,
  year: number,
  days: readonly ArrangedDay[],
): CalendarDays {
  const others = [...exceptions].filter(([date]) => Number(date.slice(0, 4)) !== year)
  const own = days.flatMap(({ date, works, name }): [LocalDate, DayException][] => {
    const usual = works !== isWeekend(date)
    if (usual && (works || !name)) return []
    return [[date, { kind: works ? 'workday' : 'holiday', name: name ?? '' }]]
  })
  return {
    exceptions: new Map([...others, ...own]),
    definite_years: new Set([...definite_years, year]),
  }
}

/** The days with some of them declared off or worked, whatever they were. */
export function withDays(
  { exceptions, definite_years }: CalendarDays,
  days: readonly (DayException & { date: LocalDate })[],
): CalendarDays {
  const own = days.map(({ date, kind, name }) => [date, { kind, name }] as const)
  return { exceptions: new Map([...exceptions, ...own]), definite_years }
}

function isWeekend(date: LocalDate): boolean {
  return new Date(date).getUTCDay() % 6 === 0
}
