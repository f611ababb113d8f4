import type { ExplainedDay } from '../calendar.js'
import type { Instant, LocalDate, LocalTime } from '../instant.js'
import type { Inference } from './when.js'

/** A day, with the time of day where it is known. */
export interface Moment {
  readonly date: LocalDate
  readonly time: LocalTime | null
}

/** What phrases count from. */
export interface Facts {
  /** When it came to the unit: the receipt or service a period counts from, or what a lapse counts from. */
  readonly received: Moment | null
  /** The day on the notice; without it days such as 下周五 stay open. */
  readonly issued: Moment | null
}

/** What has to be asked before a date can be named; `time` is the time of day it came. */
export type Question = 'received' | 'issued' | 'year' | 'time' | 'deadline'

/** What follows from a phrase: a date, or what has to be asked for one. A count or a cut-off has neither. */
export interface PhraseDue {
  /** The last day in time; null where there is none or it must be asked. */
  readonly due_date: LocalDate | null
  /** The first instant too late. */
  readonly due_at: Instant | null
  /** The day counted from, which is not counted itself, or the day that was named. */
  readonly from: LocalDate | null
  readonly inferred: readonly Inference[]
  readonly asks: readonly Question[]
  /** Whether it leans on a year whose working days are not known yet. */
  readonly provisional: boolean
  /** The days off that were not counted or were rolled over, each with why. */
  readonly skipped: readonly ExplainedDay[]
}

/** No date follows. */
export const NO_DUE: PhraseDue = {
  due_date: null,
  due_at: null,
  from: null,
  inferred: [],
  asks: [],
  provisional: false,
  skipped: [],
}

/** No date follows before this is answered. */
export function asking(question: Question): PhraseDue {
  return { ...NO_DUE, asks: [question] }
}
