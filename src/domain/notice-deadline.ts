import type { DateReading } from './date-reading.js'
import type { LocalDate, LocalTime } from './instant.js'

/** From which day a period of a notice counts: 收到之日起, 印发之日起, else service. */
export type CountsFrom = 'receipt' | 'issue' | 'service'

/** The deadline a notice sets for all its findings, in its own words and as understood; null when it sets none. */
export type NoticeDeadline =
  | ({ kind: 'date'; date: LocalDate; time: LocalTime | null; words: string } & DateReading)
  | { kind: 'working_days'; working_days: number; counts_from: CountsFrom; words: string }
  | null
