import { workingDaysBetween } from './calendar.js'
import { findIndicator } from './catalogue.js'
import { type DateReading, lastDayOf, USUAL_READING } from './date-reading.js'
import { dueAfter, dueAfterCalendarDays, dueOn, hoursAfter, sinceService } from './due-counted.js'
import { dueOfPeriod, fromReceipt } from './due-of-period.js'
import type { Due, DueRule, Finding, Repeats } from './finding.js'
import type { Instant, LocalDate, LocalTime } from './instant.js'
import type { FromReceipt, NoticeDeadline } from './notice-deadline.js'
import { repeatDays } from './repeats.js'
import type { Rules } from './rules.js'
import type { ReturnKind, Severity } from './vocabulary.js'
import { localDateOf } from './zone.js'

export type { NoticeDeadline } from './notice-deadline.js'

/** When a unit was served, and the day that counts as (`serviceDate`). */
type Service = { served_at: Instant; service_date: LocalDate }

/** What is known of a finding when its notice is issued. */
export interface IssueInput {
  /** The date set on the finding itself, if any; it includes its day and rolls on. */
  own: { date: LocalDate; time: LocalTime | null } | null
  deadline: NoticeDeadline
  issued_on: LocalDate
  served_at: Instant
  /** The day the service counts as (`serviceDate`). */
  service_date: LocalDate
  /** A catalogue id or `none`. */
  indicator_id: string
  severity: Severity
  urgent: boolean
  /** What of the unit's earlier findings it repeats. */
  repeats: Repeats | null
  /** Whether the public reported it; not, where left out. */
  public_report?: boolean
}

/**
 * The due date at issue (time.md, rule 1): the earliest of the finding's own date, the notice's date or period,
 * the urgent window and that of what the public reported; only where none of these is given, the window of the indicator, else of the severity,
 * else the default, shortened where the policy says so of what is repeated. `from_receipt` is the
 * period from receipt that signing starts anew.
 */
export function dueAtIssue(
  rules: Rules,
  input: IssueInput,
): { due: Due; from_receipt: FromReceipt | null } {
  const { own, deadline } = input
  const set = [
    own && dueOfDate(rules, own.date, own.time, 'finding_date'),
    deadline && dueOfNotice(rules, deadline, input),
    input.urgent ? urgentDue(rules, input.served_at) : null,
    input.public_report ? windowAtIssue(rules, input) : null,
  ].filter((due) => due !== null)
  const first = set.reduce<Due | null>((a, b) => (a && a.at <= b.at ? a : b), null)
  return {
    due: first ?? windowAtIssue(rules, input),
    from_receipt: deadline && fromReceipt(deadline),
  }
}

/** The end of the return window after the day of the return, or the current due where that is later (`kept`). */
export function dueAfterReturn(
  rules: Rules,
  now: Instant,
  kind: ReturnKind,
  current: Due | null,
): Due {
  const returned_on = localDateOf(rules.calendar.zone, now)
  const due = dueAfter(rules, 'return_window', returned_on, rules.policy.return_window[kind])
  if (!current || current.at <= due.at) return due
  return { ...current, basis: { ...current.basis, rule: 'kept' } }
}

/** The written report of an urgent finding, once the content is taken down: working days after service. */
export function dueAfterTakedown(rules: Rules, { service_date, served_at }: Service): Due {
  const due = dueAfter(rules, 'urgent_report', service_date, rules.policy.urgent.report_days)
  return sinceService(due, served_at)
}

/** The take-down of an urgent finding: clock hours after service, at any hour of any day. */
export function urgentDue(rules: Rules, served_at: Instant): Due {
  const { calendar, policy } = rules
  return {
    ...hoursAfter(calendar, served_at, policy.urgent.takedown_hours),
    provisional: false,
    basis: {
      rule: 'urgent_takedown',
      from: localDateOf(calendar.zone, served_at),
      working_days: null,
      calendar_days: null,
      calendar_version: calendar.version,
    },
  }
}

/**
 * The policy window from the reopening: of an urgent finding the take-down's, since what is back is to be taken down
 * again; else from its day that of what the public reported, the indicator's, else the severity's, else the default.
 */
export function dueOnReopen(
  rules: Rules,
  now: Instant,
  finding: Pick<Finding, 'urgent'> & Windowed,
): Due {
  if (finding.urgent) return urgentDue(rules, now)
  return dueOfWindow(rules, localDateOf(rules.calendar.zone, now), finding)
}

/**
 * The new unit's window from its own service: of an urgent finding the take-down's, or the written report's where the
 * content is gone already; else as on a reopening. The notice's own date was for the unit it named.
 */
export function dueOnReassign(
  rules: Rules,
  finding: Pick<Finding, 'urgent' | 'taken_down_at'> & Windowed & Service,
): Due {
  const { urgent, taken_down_at, served_at, service_date } = finding
  if (urgent) {
    return taken_down_at === null ? urgentDue(rules, served_at) : dueAfterTakedown(rules, finding)
  }
  return sinceService(dueOfWindow(rules, service_date, finding), served_at)
}

/** A named date: until its time, or the end of its last day, read and rolled as `lastDayOf` says. */
export function dueOfDate(
  rules: Rules,
  date: LocalDate,
  time: LocalTime | null,
  rule: DueRule,
  reading: DateReading = USUAL_READING,
): Due {
  const last = lastDayOf(rules.calendar, date, time, reading)
  const due = dueOn(rules, rule, date, null, last, time)
  const usual = reading.inclusive && reading.day_off === USUAL_READING.day_off
  const { inclusive, day_off } = reading
  return usual ? due : { ...due, basis: { ...due.basis, reading: { inclusive, day_off } } }
}

/**
 * Working days late: 0 while `effective_at` is before the due, else the working days after the due's day up to
 * and including the answer's, at least 1, since an answer after noon or on a Saturday is late all the same.
 */
export function lateBy(rules: Rules, due: Due, effective_at: Instant): number {
  if (effective_at < due.at) return 0
  const answered_on = localDateOf(rules.calendar.zone, effective_at)
  return Math.max(1, workingDaysBetween(rules.calendar, due.date, answered_on))
}

function dueOfNotice(rules: Rules, deadline: NonNullable<NoticeDeadline>, input: IssueInput): Due {
  if (deadline.kind !== 'date') return dueOfPeriod(rules, deadline, input)
  return dueOfDate(rules, deadline.date, deadline.time, 'notice_date', deadline)
}

function windowAtIssue(rules: Rules, input: IssueInput): Due {
  const { served_at, service_date, repeats } = input
  const usual = dueOfWindow(rules, service_date, input)
  const days = repeatDays(rules.policy, repeats)
  const shortened = days === null ? usual : dueAfter(rules, 'repeat_window', service_date, days)
  return sinceService(shortened.at < usual.at ? shortened : usual, served_at)
}

/** What the window of a finding depends on. */
type Windowed = Pick<Finding, 'indicator_id' | 'severity'> & { public_report?: boolean }

function dueOfWindow(
  rules: Rules,
  from: LocalDate,
  { indicator_id, severity, public_report = false }: Windowed,
): Due {
  const reported = rules.policy.public_report_days
  if (public_report) return dueAfter(rules, 'public_report_window', from, reported)
  const window = findIndicator(indicator_id ?? 'none')?.window
  if (window?.unit === 'working') return dueAfter(rules, 'indicator_window', from, window.days)
  if (window) return dueAfterCalendarDays(rules, from, window.days)
  const days = rules.policy.severity_windows[severity]
  if (days !== undefined) return dueAfter(rules, 'severity_window', from, days)
  return dueAfter(rules, 'default_window', from, rules.policy.default_window_days)
}
