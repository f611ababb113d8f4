import { addWorkingDays, nextWorkingDay, workingDaysBetween } from '../domain/calendar.js'
import { earlyOf } from '../domain/hours.js'
import type { LocalDate } from '../domain/instant.js'
import { lookbackDays } from '../domain/lookback.js'
import type { Rules } from '../domain/rules.js'
import { FORTNIGHTLY } from './cast.js'

/** The days on which something happens in the story, in the order of the names. */
export interface Days {
  issue: LocalDate
  /** The working day after, and the one after receipt was deemed. */
  next: LocalDate
  deemed: LocalDate
  /** Two waves of answers: answered, looked at by the office, closed. */
  first: Wave
  second: Wave
  due: LocalDate
  /** The days of rungs 1 to 5. */
  rungs: readonly [LocalDate, LocalDate, LocalDate, LocalDate, LocalDate]
  /** The wave that the yellow slip sets off. */
  pressed: Wave
  /** When the look-back at what the first wave closed sees a relapse; null where the story ends before that is mended. */
  relapse: Relapse | null
}

export interface Relapse {
  seen: LocalDate
  again: Wave
}

export type Wave = readonly [answered: LocalDate, reviewed: LocalDate, closed: LocalDate]

/** Lays the story out between the day of issue and the notice's last day, and up the ladder after it. */
export function daysOf(rules: Rules, issue: LocalDate, deadline: LocalDate): Days {
  const { calendar, policy } = rules
  const on = (from: LocalDate, days: number) => addWorkingDays(calendar, from, days)
  const due = nextWorkingDay(calendar, deadline)
  const span = Math.max(1, workingDaysBetween(calendar, issue, due))
  const wave = (day: LocalDate) => waveFrom(rules, day)
  const first = wave(on(issue, Math.max(1, Math.round(span * 0.4))))
  const second = wave(latest(first[2], on(issue, Math.round(span * 0.7))))
  const [one, two, three, four, five] = policy.rung_offsets
  const yellow = on(due, three)
  const end = on(due, five)
  return {
    issue,
    next: on(issue, 1),
    deemed: on(issue, policy.deem_receipt_days + 1),
    first,
    second,
    due,
    rungs: [on(due, one), on(due, two), yellow, on(due, four), end],
    pressed: wave(on(yellow, 1)),
    relapse: relapseOf(rules, first[2], end),
  }
}

function waveFrom({ calendar }: Rules, day: LocalDate): Wave {
  return [day, addWorkingDays(calendar, day, 1), addWorkingDays(calendar, day, 2)]
}

/** Seen on the day on which the look-back opens, answered from the working day after. */
function relapseOf(rules: Rules, closed_on: LocalDate, end: LocalDate): Relapse | null {
  const { calendar, hours } = rules
  const closed_at = earlyOf(calendar, hours, closed_on)
  const what = { indicator_id: FORTNIGHTLY, handling: 'normal' } as const
  const [on] = lookbackDays(rules, what, closed_at)
  if (!on) return null
  const seen = addWorkingDays(calendar, on, 1)
  const again = waveFrom(rules, addWorkingDays(calendar, seen, 1))
  return again[2] < end ? { seen, again } : null
}

function latest(a: LocalDate, b: LocalDate): LocalDate {
  return a < b ? b : a
}
