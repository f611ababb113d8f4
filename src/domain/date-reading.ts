import { type Calendar, isWorkingDay, nextWorkingDay, previousWorkingDay } from './calendar.js'
import { type LocalDate, type LocalTime, plusDays } from './instant.js'

/** How a notice means a fixed date, as asked when it is issued (time.md, "Reading phrases"). */
export interface DateReading {
  /** X日前: whether X itself still counts. */
  inclusive: boolean
  /** Where X is a day off: the next working day, or the one before. */
  day_off: 'roll_on' | 'bring_forward'
}

/** X日前 includes X, and a day off rolls on to the next working day. */
export const USUAL_READING: DateReading = { inclusive: true, day_off: 'roll_on' }

/** Every reading there is, the usual one first. */
export const READINGS: readonly DateReading[] = [
  USUAL_READING,
  { inclusive: true, day_off: 'bring_forward' },
  { inclusive: false, day_off: 'roll_on' },
  { inclusive: false, day_off: 'bring_forward' },
]

/**
 * The last day that is in time for a named date. A day off moves as the reading says. Exclusive dates end at
 * the start of the named day or of the one it rolled on to, so their last day is the one before; brought
 * forward, the working day before counts whole, since nothing was due on it in the first place. With a time of
 * day exclusiveness means nothing: the time on the named day is the end.
 */
export function lastDayOf(
  calendar: Calendar,
  named: LocalDate,
  time: LocalTime | null,
  { inclusive, day_off }: DateReading,
): LocalDate {
  const working = isWorkingDay(calendar, named)
  if (!working && day_off === 'bring_forward') return previousWorkingDay(calendar, named)
  const day = working ? named : nextWorkingDay(calendar, named)
  return inclusive || time !== null ? day : plusDays(day, -1)
}
