import { addWorkingDays, leansOnProvisional } from './calendar.js'
import {
  countedSince,
  dueAfter,
  dueAfterCalendarDays,
  hoursAfter,
  sinceService,
} from './due-counted.js'
import type { CountedSince, Due, DueBasis, DueRule } from './due-date.js'
import { serviceBegins, serviceDate } from './hours.js'
import { type Instant, type LocalDate, plusMs } from './instant.js'
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

/** A receipt and the service that it is of. Of a paper only the day is known: `received_at` lies somewhere in it. */
export interface Receipt {
  served_at: Instant
  received_at: Instant
  only_day: boolean
}

/**
 * The due of a notice that counts from receipt, once it is signed for: hours run from then, or from the end of the day
 * where only that is known; days from the day after.
 */
export function dueOnReceipt(rules: Rules, allowed: FromReceipt, receipt: Receipt): Due {
  const { served_at, received_at, only_day } = receipt
  const received_on = localDateOf(rules.calendar.zone, received_at)
  if (typeof allowed === 'number') return dueFromReceipt(rules, allowed, received_on)
  if ('calendar_days' in allowed) {
    return dueAfterCalendarDays(rules, received_on, allowed.calendar_days, 'notice_period')
  }
  const known_at = only_day ? endOfDay(rules.calendar.zone, received_on) : received_at
  const counted = { since: 'receipt', received_at: known_at, served_at } as const
  return dueOfHours(rules, 'notice_period', allowed.hours, counted)
}

/** The due of so many working days from receipt, once its day is known; the day is not counted. */
export function dueFromReceipt(rules: Rules, working_days: number, received_on: LocalDate): Due {
  return dueAfter(rules, 'notice_period', received_on, working_days)
}

/**
 * Hours by the clock, through nights and days off. Only where they begin may depend on the calendar: a service outside
 * working hours counts as the next working day's, from its opening; a receipt is deemed at the end of its day, and signed
 * before the service counts it begins with that.
 */
export function dueOfHours(rules: Rules, rule: DueRule, hours: number, counted: HoursSince): Due {
  const { calendar } = rules
  const { begins, on, leans_on } = hoursBegin(rules, counted)
  const due = {
    ...hoursAfter(calendar, begins, hours),
    provisional: leans_on !== null && leansOnProvisional(calendar, ...leans_on),
    basis: {
      ...{ rule, from: on, working_days: null, calendar_days: null, hours },
      calendar_version: calendar.version,
    },
  }
  return countedSince(due, counted)
}

/**
 * The due of hours counted again from what they ran from, also behind pauses that moved nothing; null for a due of no
 * hours. Explaining a due and counting it again must not differ in this.
 */
export function hoursAgain(rules: Rules, { rule, hours, counted }: DueBasis): Due | null {
  if (hours === undefined) return null
  switch (counted?.since) {
    case 'service':
    case 'receipt':
      return dueOfHours(rules, rule, hours, counted)
    case 'pause':
      return hoursAgain(rules, counted.due.basis)
    case 'calendar':
    case undefined:
      return null
  }
}

interface Beginning {
  begins: Instant
  /** The day it lies in, or that ends with it. */
  on: LocalDate
  /** The days by which the calendar decided it, first and last; null where it is a fact. */
  leans_on: [LocalDate, LocalDate] | null
}

function hoursBegin(rules: Rules, counted: HoursSince): Beginning {
  const { calendar, hours } = rules
  const { zone } = calendar
  if (counted.since === 'receipt') {
    const { served_at, received_at } = counted
    const signed = { begins: received_at, on: dayUpTo(zone, received_at), leans_on: null }
    if (served_at === undefined) return signed
    const service = hoursBegin(rules, { since: 'service', served_at, receipt_days: 0 })
    return received_at > service.begins ? { ...signed, leans_on: service.leans_on } : service
  }
  const { served_at, receipt_days } = counted
  const served_on = localDateOf(zone, served_at)
  const service = serviceDate(calendar, hours, served_at)
  const on = addWorkingDays(calendar, service, receipt_days)
  const begins = receipt_days === 0 ? serviceBegins(calendar, hours, served_at) : endOfDay(zone, on)
  return { begins, on, leans_on: [served_on, on] }
}

/** A receipt known by its day alone is at 24:00 of it, which is not the day after. */
function dayUpTo(zone: string, at: Instant): LocalDate {
  return localDateOf(zone, plusMs(at, -1))
}
