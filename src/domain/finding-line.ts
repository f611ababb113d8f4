import type { LocalDate, LocalTime } from './instant.js'
import type { Medium } from './vocabulary.js'

/** Characters that the problem of a line may have, and units that may help with it. */
export const PROBLEM_CHARACTERS = 4_000
export const SUPPORTING_UNITS = 20

/** What the notice says in words, and what a draft still asks: beside the fold, never in it. */
export interface FindingLine {
  category: string
  problem: string
  /** The sentence of the notice it was read from, and where it stands in the source text. */
  sentence: string | null
  sentence_start: number | null
  sentence_end: number | null
  medium: Medium
  place: unknown
  own_due_date: LocalDate | null
  own_due_time: LocalTime | null
  severity_confirmed: boolean
  /** `none`: a collective finding that is not dispatched to a unit, or one that a person holds back. */
  dispatch: 'unit' | 'none'
  /** The units that are to help its own, as the notice names them. */
  supporting_unit_ids: string[]
  /** The finding that was seen again and is taken up with this one. */
  follows_id: string | null
}
