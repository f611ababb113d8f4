import {
  addWorkingDays,
  adjustedDays,
  type Calendar,
  type ExplainedDay,
  isWorkingDay,
  skippedDays,
} from './calendar.js'
import { type DateReading, lastDayOf, READINGS, USUAL_READING } from './date-reading.js'
import { hoursAgain } from './due-of-period.js'
import type { Due, DueBasis, DueRule } from './finding.js'
import {
  type Instant,
  type LocalDate,
  type LocalTime,
  plusDays,
  plusMs,
  timeOf,
} from './instant.js'
import type { Rules } from './rules.js'
import { endOfDay, instantAt, localDateOf, localTimeOf } from './zone.js'

/** A due date with everything it follows from, and whether it still follows. */
export interface DueExplanation {
  rule: DueRule
  /** The words it was read from, where there are any. */
  words: string | null
  /** The day that is not counted, or the day that was named. */
  from: LocalDate
  working_days: number | null
  calendar_days: number | null
  /** Hours by the clock, of a notice that states them; of a take-down those of the policy. */
  hours: number | null
  /** When hours of a notice began; null where none ran, and of a take-down, of whose service only the day is known. */
  begins: Instant | null
  /** Days off on the way, each with why. */
  skipped: readonly ExplainedDay[]
  /** Working Saturdays and Sundays (调休) that were counted. */
  adjusted: readonly ExplainedDay[]
  calendar_version: string
  provisional: boolean
  date: LocalDate
  time: LocalTime | null
  at: Instant
  /** The due computed again from its basis and the calendar given. */
  recomputed_at: Instant
  /** False where the stored due is not what its basis gives: then somebody has to look. */
  agrees: boolean
}

/**
 * Explains a due date and computes it again from its basis. Where that does not say how a named date was read, as older ones
 * do not, every reading of `READINGS` is accepted, and the usual one is what it should have been if none fits. An urgent take-down has only its day of service: its instant must lie within the hours of that day.
 */
export function explainDue(rules: Rules, due: Due, words: string | null): DueExplanation {
  const { calendar } = rules
  const { rule, from, working_days, calendar_days, calendar_version } = due.basis
  const { date, time, at, provisional } = due
  const ran = hoursAgain(rules, due.basis)
  const again = ran ?? recompute(rules, due)
  const [after, until] = span(calendar, due, again.date)
  return {
    rule,
    words,
    from,
    working_days,
    calendar_days,
    hours:
      due.basis.hours ?? (rule === 'urgent_takedown' ? rules.policy.urgent.takedown_hours : null),
    begins: ran && plusMs(ran.at, -(ran.basis.hours ?? 0) * 3_600_000),
    skipped: skippedDays(calendar, after, until),
    adjusted: adjustedDays(calendar, after, until),
    calendar_version,
    provisional,
    date,
    time,
    at,
    recomputed_at: again.at,
    agrees: again.at === at && isShown(calendar, due),
  }
}

function recompute(rules: Rules, { at, time, basis }: Due): Pick<Due, 'at' | 'date'> {
  const { calendar, policy } = rules
  if (basis.working_days !== null) {
    const date = addWorkingDays(calendar, basis.from, basis.working_days)
    return { date, at: instantAt(calendar.zone, date, time ?? '24:00') }
  }
  if (basis.rule === 'urgent_takedown') {
    const ms = policy.urgent.takedown_hours * 3_600_000
    const first = plusMs(instantAt(calendar.zone, basis.from, timeOf('00:00')), ms)
    const last = plusMs(endOfDay(calendar.zone, basis.from), ms - 1)
    const nearest = at < first ? first : at > last ? last : at
    return { date: localDateOf(calendar.zone, nearest), at: nearest }
  }
  const dues = readingsOf(basis).map((reading) => {
    const date = lastDayOf(calendar, namedDay(basis), time, reading)
    return { date, at: instantAt(calendar.zone, date, time ?? '24:00') }
  })
  return dues.find((due) => due.at === at) ?? dues[0] ?? { date: basis.from, at }
}

/** The day that was named, or on which a window of calendar days ends. */
function namedDay({ from, calendar_days }: DueBasis): LocalDate {
  return calendar_days ? plusDays(from, calendar_days) : from
}

/** The end of a window of calendar days was named by nobody: it only rolls on. */
function readingsOf({ calendar_days, reading }: DueBasis): readonly DateReading[] {
  if (reading) return [reading]
  return calendar_days === null ? READINGS : [USUAL_READING]
}

/** Whether the day and time people read are those of the instant. */
function isShown({ zone }: Calendar, { at, date, time }: Due): boolean {
  if (time === null) return at === endOfDay(zone, date)
  return localDateOf(zone, at) === date && localTimeOf(zone, at) === time
}

/** The days to explain, the first excluded: those counted, or those a named date on a day off was moved over. */
function span(calendar: Calendar, { basis }: Due, until: LocalDate): [LocalDate, LocalDate] {
  if (basis.working_days !== null) return [basis.from, until]
  const named = namedDay(basis)
  const timed = basis.rule === 'urgent_takedown' || basis.hours !== undefined
  const moved = !timed && !isWorkingDay(calendar, named)
  if (!moved) return [until, until]
  const [first, last] = named < until ? [named, until] : [until, named]
  return [plusDays(first, -1), last]
}
