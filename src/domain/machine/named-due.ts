import { isWorkingDay } from '../calendar.js'
import type { Due } from '../finding.js'
import { type LocalDate, plusDays } from '../instant.js'
import { type Rejection, reject, type Situation } from '../situation.js'
import { localDateOf } from '../zone.js'

/** How far away a new due may lie; the same limit as for a fix plan. */
const MAX_DAYS = 366

/** DUE_NOT_ALLOWED for a day that is past, off or too far away; also for one of a year not arranged yet. */
export function checkNamedDue(
  situation: Situation,
  due: Due,
  named: LocalDate,
  field: string,
): Rejection | null {
  if (due.provisional) return reject('DUE_NOT_ALLOWED', field)
  return checkDayAhead(situation, due, named, field)
}

/** A day the unit cannot be held to is refused: one that is past, off or too far away. */
export function checkDayAhead(
  { now, rules }: Situation,
  due: Due,
  named: LocalDate,
  field: string,
): Rejection | null {
  const { calendar } = rules
  const last = plusDays(localDateOf(calendar.zone, now), MAX_DAYS)
  const allowed = due.at > now && named <= last && isWorkingDay(calendar, named)
  return allowed ? null : reject('DUE_NOT_ALLOWED', field)
}
