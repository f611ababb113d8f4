import { isWorkingDay, leansOnProvisional, nextWorkingDay, skippedDays } from '../calendar.js'
import { lastDayOf, USUAL_READING } from '../date-reading.js'
import { closingOf } from '../hours.js'
import { dateOf, type LocalDate, plusDays } from '../instant.js'
import type { Rules } from '../rules.js'
import { instantAt, localTimeOf } from '../zone.js'
import type { Meaning, NamedDay, NamedTime } from './phrase.js'
import { asking, type Facts, NO_DUE, type PhraseDue, type Question } from './phrase-due.js'
import { dayFrom, lastDayBefore, nextOccurrence } from './when.js'

type Clock = Pick<Rules, 'calendar' | 'hours'>

/** The end of a named day, or its time; a day off rolls on to the next working day. */
export function dueOfDate(
  rules: Clock,
  { day, time, inclusive }: Extract<Meaning, { rule: 'date' }>,
  facts: Facts,
): PhraseDue {
  const base = baseOf(day, facts)
  if (!base) return asking('issued')
  const { date, inferred } = dayFrom(day, base)
  if (!date) return asking(questionOf(day))
  return { ...dueOn(rules, date, time, inclusive), inferred }
}

/** The next such day on or after the day of the notice, else of its receipt. */
export function dueOfRecurrence(
  rules: Clock,
  { recurrence, inclusive }: Extract<Meaning, { rule: 'recurring' }>,
  { received, issued }: Facts,
): PhraseDue {
  const base = issued ?? received
  if (!base) return asking('issued')
  return dueOn(rules, nextOccurrence(recurrence, base.date), null, inclusive)
}

/** Up to which day figures were taken: no due, only the day it means. */
export function dueOfCutoff(
  { day }: Extract<Meaning, { rule: 'cutoff' }>,
  facts: Facts,
): PhraseDue {
  const base = baseOf(day, facts)
  if (!base) return asking('issued')
  const { date, inferred } = lastDayBefore(day, base)
  return date ? { ...NO_DUE, from: date, inferred } : asking(questionOf(day))
}

/** What is wanted where a day cannot be: its year may have it (2月29日), its month never has (本月31日). */
function questionOf({ kind }: NamedDay): Question {
  return kind === 'day_in_month' ? 'deadline' : 'year'
}

/** From which day it is seen: that of issue; where only year or month are missing, that of receipt will do. */
function baseOf(day: NamedDay, { received, issued }: Facts): LocalDate | null {
  if (issued) return issued.date
  switch (day.kind) {
    case 'date':
    case 'month_end':
      return typeof day.year === 'number' ? SOME_DAY : (received?.date ?? null)
    case 'day_of_month':
      return received?.date ?? null
    case 'day_in_month':
    case 'weekday':
    case 'end_of_month':
    case 'end_of_quarter':
    case 'days_later':
      return null
  }
}

/** A day with its year is the same from wherever it is seen. */
const SOME_DAY = dateOf('2000-01-01')

function dueOn(
  { calendar, hours }: Clock,
  named: LocalDate,
  time: NamedTime | null,
  inclusive: boolean,
): PhraseDue {
  const { zone } = calendar
  const clock = time === 'closing' ? localTimeOf(zone, closingOf(calendar, hours, named)) : time
  const due_date = lastDayOf(calendar, named, clock, { ...USUAL_READING, inclusive })
  const worked = isWorkingDay(calendar, named)
  const rolled_to = worked ? named : nextWorkingDay(calendar, named)
  return {
    ...NO_DUE,
    due_date,
    due_at: instantAt(zone, due_date, clock ?? '24:00'),
    from: named,
    provisional: leansOnProvisional(calendar, named, rolled_to),
    skipped: worked ? [] : skippedDays(calendar, plusDays(named, -1), rolled_to),
  }
}
