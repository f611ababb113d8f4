import type { Calendar, DayException } from './calendar.js'
import { CHINA_DAYS } from './china-days.gen.js'
import { dateOf, type LocalDate, plusDays } from './instant.js'

/**
 * The calendar of mainland China for the years 2004 to 2026, as the State Council arranged them; other years
 * are provisional. Holidays name their Saturdays and Sundays too, so that these explain themselves.
 */
export function chinaCalendar(version: string, zone: string): Calendar {
  const exceptions = new Map<LocalDate, DayException>()
  const definite_years = new Set<number>()
  for (const [year, lines] of Object.entries(CHINA_DAYS)) {
    definite_years.add(Number(year))
    for (const line of lines) addLine(exceptions, year, line)
  }
  return { version, zone, exceptions, definite_years }
}

/** A line is a name, then days `10-08` and spans `10-01..10-07` off, and days `+10-08` worked. */
function addLine(exceptions: Map<LocalDate, DayException>, year: string, line: string): void {
  const [name = '', ...tokens] = line.split(' ')
  for (const token of tokens) {
    if (token.startsWith('+')) {
      exceptions.set(dateOf(`${year}-${token.slice(1)}`), { kind: 'workday', name: `${name}调休` })
      continue
    }
    const [first = '', last = first] = token.split('..')
    const until = dateOf(`${year}-${last}`)
    for (let day = dateOf(`${year}-${first}`); day <= until; day = plusDays(day, 1)) {
      exceptions.set(day, { kind: 'holiday', name })
    }
  }
}
