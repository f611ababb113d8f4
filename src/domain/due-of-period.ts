import { addWorkingDays, leansOnProvisional } from './calendar.js'
import {
  countedSince,
  dueAfter,
  dueAfterCalendarDays,
  hoursAfter,
  sinceService,
} from './due-counted.js'
import type { CountedSince, Due, DueRule } from './due-date.js'
import { serviceBegins, serviceDate } from './hours.js'
import type { Instant, LocalDate } from './instant.js'
import type { FromReceipt, NoticePeriod } from './notice-deadline.js'
import type { Rules } from './rules.js'
import { endOfDay, localDateOf } from './zone.js'

/** What hours are counted from: a service or a signed receipt. */
export type HoursSince = CountedSince & { since: 'service' | 'receipt' }

/** The period that signing starts anew; null where the notice does not count from receipt. */
export function fromReceipt(deadline: NoticePeriod | { kind: 'date' }): FromReceipt | null {
  if (deadline.kind === 'date' || deadline.counts_from !== 'receipt') return null
  switch (deadline.kind) {
    case 'working_days':
      return deadline.working_days
    case 'calendar_days':
      return { calendar_days: deadline.calendar_days }
    case 'hours':
      return { hours: deadline.hours }
  }
}

/**
 * The due of a notice's period at issue. From receipt it is as if that were deemed on the last possible day; signing
 * may move it earlier, once.
 */
export function dueOfPeriod(
  rules: Rules,
  period: NoticePeriod,
  { issued_on, service_date, served_at }: Served,
): Due {
  const receipt_days = period.counts_from === 'receipt' ? rules.policy.deem_receipt_days : 0
  if (period.kind === 'hours') {
    const since = { since: 'service', served_at, receipt_days } as const
    return dueOfHours(rules, 'notice_period', period.hours, since)
  }
  if (period.counts_from === 'issue') return dueOfDays(rules, period, issued_on)
  const from = addWorkingDays(rules.calendar, service_date, receipt_days)
  return sinceService(dueOfDays(rules, period, from), served_at, receipt_days)
}

interface Served {
  issued_on: LocalDate
  service_date: LocalDate
  served_at: Instant
}

type Days =
  | { kind: 'working_days'; working_days: number }
  | { kind: 'calendar_days'; calendar_days: number }

/** Calendar days may end on a day off: then they roll on. */
function dueOfDays(rules: Rules, days: Days, from: LocalDate): Due {
  if (days.kind === 'working_days') return dueAfter(rules, 'notice_period', from, days.working_days)
  return dueAfterCalendarDays(rules, from, days.calendar_days, 'notice_period')
}

/** The due of a notice that counts from receipt, once it is signed for: hours run from then, days from the day after. */
export function dueOnReceipt(rules: Rules, allowed: FromReceipt, received_at: Instant): Due {
  const received_on = localDateOf(rules.calendar.zone, received_at)
  if (typeof allowed === 'number') return dueFromReceipt(rules, allowed, received_on)
  if ('calendar_days' in allowed) {
    return dueAfterCalendarDays(rules, received_on, allowed.calendar_days, 'notice_period')
  }
  return dueOfHours(rules, 'notice_period', allowed.hours, { since: 'receipt', received_at })
}

/** The due of so many working days from receipt, once its day is known; the day is not counted. */
export function dueFromReceipt(rules: Rules, working_days: number, received_on: LocalDate): Due {
  return dueAfter(rules, 'notice_period', received_on, working_days)
}

/**
 * Hours by the clock, through nights and days off. Only where they begin may depend on the calendar: a service outside
 * working hours counts as the next working day's, from its opening; a receipt is deemed at the end of its day.
 */
export function dueOfHours(rules: Rules, rule: DueRule, hours: number, counted: HoursSince): Due {
  const { calendar } = rules
  const begins = hoursBegin(rules, counted)
  const from = localDateOf(calendar.zone, begins)
  const served_on =
    counted.since === 'service' ? localDateOf(calendar.zone, counted.served_at) : null
  const due = {
    ...hoursAfter(calendar, begins, hours),
    provisional: served_on !== null && leansOnProvisional(calendar, served_on, from),
    basis: {
      ...{ rule, from, working_days: null, calendar_days: null, hours },
      calendar_version: calendar.version,
    },
  }
  return countedSince(due, counted)
}

function hoursBegin({ calendar, hours }: Rules, counted: HoursSince): Instant {
  if (counted.since === 'receipt') return counted.received_at
  const { served_at, receipt_days } = counted
  if (receipt_days === 0) return serviceBegins(calendar, hours, served_at)
  const service = serviceDate(calendar, hours, served_at)
  return endOfDay(calendar.zone, addWorkingDays(calendar, service, receipt_days))
}
