import type { DateReading } from './date-reading.js'
import type { Instant, LocalDate, LocalTime } from './instant.js'

/** A due date: `at` is the first instant that is late (exclusive); `date` and `time` are what people read. */
export interface Due {
  at: Instant
  date: LocalDate
  time: LocalTime | null
  /** True when it leans on a year whose calendar is not announced; nothing escalates on it. */
  provisional: boolean
  basis: DueBasis
}

export const DUE_RULES = [
  'finding_date',
  'notice_date',
  'notice_period',
  'urgent_takedown',
  'urgent_report',
  'indicator_window',
  'severity_window',
  'default_window',
  'public_report_window',
  'repeat_window',
  'return_window',
  'kept',
  'rescheduled',
  'plan_accepted',
  'extension_granted',
  'extension_refused',
  'pause_ended',
  'recalculated',
] as const
export type DueRule = (typeof DUE_RULES)[number]

/** Why a due date is what it is: enough to compute it again from the calendar. */
export interface DueBasis {
  rule: DueRule
  /** The day that is not counted, or the day itself for a date. */
  from: LocalDate
  /** How many days were counted, of the one kind or the other; neither for a date or for hours. */
  working_days: number | null
  calendar_days: number | null
  /** How many hours ran by the clock; left out where none did, and of a take-down, whose hours are the policy's. */
  hours?: number
  calendar_version: string
  /** How a named date was read; left out where as usual. */
  reading?: DateReading
  /** Where `from` and the days counted follow from the calendar themselves; left out where they are facts. */
  counted?: CountedSince
}

/**
 * From what a due was counted. Since a service: from the day it counts as, or from the receipt deemed so many working days
 * after it. Since a signed receipt: hours from its instant,
 * or from the end of its day where only that is known, but never before the service counts (`served_at` is left out of the first
 * ones). Since a pause: from the due that stood still, by the working days that closed meanwhile, where it is a `floor`
 * at the earliest to the next working day's end. Since a calendar that brought it forward: from the due there was, but not
 * before the end of the next working day after.
 */
export type CountedSince =
  | { since: 'service'; served_at: Instant; receipt_days: number }
  | { since: 'receipt'; received_at: Instant; served_at?: Instant }
  | { since: 'calendar'; due: Due; moved_at: Instant }
  | { since: 'pause'; due: Due; paused_at: Instant; ended_at: Instant; floor: boolean }
