import { addWorkingDays, nextWorkingDay, workingDaysBetween } from '../domain/calendar.js'
import type { LocalDate } from '../domain/instant.js'
import type { Rules } from '../domain/rules.js'

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
}

export type Wave = readonly [answered: LocalDate, reviewed: LocalDate, closed: LocalDate]

/** Lays the story out between the day of issue and the notice's last day, and up the ladder after it. */
export function daysOf({ calendar, policy }: Rules, issue: LocalDate, deadline: LocalDate): Days {
  const on = (from: LocalDate, days: number) => addWorkingDays(calendar, from, days)
  const due = nextWorkingDay(calendar, deadline)
  const span = Math.max(1, workingDaysBetween(calendar, issue, due))
  const wave = (day: LocalDate): Wave => [day, on(day, 1), on(day, 2)]
  const first = wave(on(issue, Math.max(1, Math.round(span * 0.4))))
  const second = wave(latest(first[2], on(issue, Math.round(span * 0.7))))
  const [one, two, three, four, five] = policy.rung_offsets
  const yellow = on(due, three)
  return {
    issue,
    next: on(issue, 1),
    deemed: on(issue, policy.deem_receipt_days + 1),
    first,
    second,
    due,
    rungs: [on(due, one), on(due, two), yellow, on(due, four), on(due, five)],
    pressed: wave(on(yellow, 1)),
  }
}

function latest(a: LocalDate, b: LocalDate): LocalDate {
  return a < b ? b : a
}
