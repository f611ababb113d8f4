import type { LocalDate, LocalTime } from '../../domain/instant.js'
import type { Handling, Medium } from '../../domain/vocabulary.js'

/** What a mail may need to know of a notice. */
export interface NoticeFacts {
  /** The document number (文号); null where the notice has none. */
  number: string | null
  title: string
}

/**
 * A due date as people read it; the working days are counted by the caller, who has the calendar.
 */
export interface DueFacts {
  date: LocalDate
  /** The time of day where the notice or an urgent window names one; else the whole day counts. */
  time: LocalTime | null
  provisional: boolean
  overdue: boolean
  /** Working days left, today not counted; when overdue, working days late. */
  working_days: number
}

/**
 * One finding with everything a mail might say about it. Callers may pass all they have: what a
 * sensitive or an offline finding must not say is decided once, in `hidden.ts`.
 */
export interface FindingFacts {
  id: string
  number: number
  notice: NoticeFacts
  unit_name: string
  handling: Handling
  urgent: boolean
  category: string
  /** In the notice's own words. */
  problem: string
  medium: Medium
  /** Column, page or account as the notice names it. */
  place: string | null
  asset: string | null
  due: DueFacts | null
}
