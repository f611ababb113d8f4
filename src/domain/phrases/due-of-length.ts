import { addWorkingDays, leansOnProvisional, nextWorkingDay, skippedDays } from '../calendar.js'
import { hoursAfter } from '../due-counted.js'
import { serviceBegins, serviceDate } from '../hours.js'
import { type LocalDate, plusDays } from '../instant.js'
import type { Rules } from '../rules.js'
import { endOfDay, instantAt, localDateOf } from '../zone.js'
import type { Length, Meaning } from './phrase.js'
import { asking, type Facts, type Moment, NO_DUE, type PhraseDue } from './phrase-due.js'
import { plusMonths } from './when.js'

type Clock = Pick<Rules, 'calendar' | 'hours'>

/** The end of a period: its last day, rolled on where that is a day off; hours run through nights and days off. */
export function dueOfPeriod(
  rules: Clock,
  { length, counts_from }: Extract<Meaning, { rule: 'period' }>,
  { received, issued }: Facts,
): PhraseDue {
  const start = counts_from === 'issue' ? issued : received
  if (!start) return asking(counts_from === 'issue' ? 'issued' : 'received')
  if (length.unit === 'hours') {
    return dueAfterHours(rules, start, length.count, counts_from === 'service')
  }
  const from = counts_from === 'service' ? countedAs(rules, start) : start.date
  const end = dayAfter(rules, from, length)
  return dueOn(rules, { from, end, last: nextWorkingDay(rules.calendar, end), length })
}

/**
 * The last day that is no lapse yet. A lapse is a fact about days and does not wait for a working one; it counts from
 * what came to the unit, else from the day of the notice.
 */
export function dueOfLapse(
  rules: Clock,
  { length, inclusive }: Extract<Meaning, { rule: 'lapse' }>,
  { received, issued }: Facts,
): PhraseDue {
  const since = received ?? issued
  if (!since) return asking('received')
  if (length.unit === 'hours') return dueAfterHours(rules, since, length.count, false)
  const end = dayAfter(rules, since.date, length)
  const last = inclusive ? plusDays(end, -1) : end
  return dueOn(rules, { from: since.date, end: last, last, length })
}

/** Service after closing or on a day off counts as the next working day's. */
function countedAs({ calendar, hours }: Clock, { date, time }: Moment): LocalDate {
  if (time === null) return nextWorkingDay(calendar, date)
  return serviceDate(calendar, hours, instantAt(calendar.zone, date, time))
}

/** Hours begin as those of a notice do: of a service out of hours with the opening of the day it counts as. */
function dueAfterHours(
  { calendar, hours }: Clock,
  { date, time }: Moment,
  count: number,
  served: boolean,
): PhraseDue {
  if (time === null) return { ...asking('time'), from: date }
  const came = instantAt(calendar.zone, date, time)
  const begins = served ? serviceBegins(calendar, hours, came) : came
  const from = localDateOf(calendar.zone, begins)
  const due = hoursAfter(calendar, begins, count)
  const provisional = served && leansOnProvisional(calendar, date, from)
  return { ...NO_DUE, due_date: due.date, due_at: due.at, from, provisional }
}

function dayAfter({ calendar }: Clock, from: LocalDate, { count, unit }: Length): LocalDate {
  if (unit === 'working_days') return addWorkingDays(calendar, from, count)
  return unit === 'months' ? plusMonths(from, count) : plusDays(from, count)
}

interface Span {
  from: LocalDate
  /** Where the length ends, and the last day in time that follows. */
  end: LocalDate
  last: LocalDate
  length: Length
}

/** Of working days every day off on the way is skipped, of other lengths those that the end rolled over. */
function dueOn({ calendar }: Clock, { from, end, last, length }: Span): PhraseDue {
  const counted = length.unit === 'working_days'
  const after = counted ? from : plusDays(end, -1)
  return {
    ...NO_DUE,
    due_date: last,
    due_at: endOfDay(calendar.zone, last),
    from,
    provisional: (counted || last !== end) && leansOnProvisional(calendar, after, last),
    skipped: counted || last !== end ? skippedDays(calendar, after, last) : [],
  }
}
