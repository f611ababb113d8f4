import type { DateReading } from './date-reading.js'
import type { LocalDate, LocalTime } from './instant.js'

/** From which day a period of a notice counts: 收到之日起, 印发之日起, else service. */
export type CountsFrom = 'receipt' | 'issue' | 'service'

/** A period: working days; calendar days or hours only where the notice's own words name them. */
export type NoticePeriod =
  | { kind: 'working_days'; working_days: number; counts_from: CountsFrom; words: string }
  | { kind: 'calendar_days'; calendar_days: number; counts_from: CountsFrom; words: string }
  // The day of issue has no hour to count from.
  | { kind: 'hours'; hours: number; counts_from: Exclude<CountsFrom, 'issue'>; words: string }

/** The deadline a notice sets for all its findings, in its own words and as understood; null when it sets none. */
export type NoticeDeadline =
  | ({ kind: 'date'; date: LocalDate; time: LocalTime | null; words: string } & DateReading)
  | NoticePeriod
  | null

/** What a notice allows from receipt: a number of working days, or of what it names. */
export type FromReceipt = number | { calendar_days: number } | { hours: number }
