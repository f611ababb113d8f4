import type { LocalTime } from '../instant.js'
import type { CountsFrom } from '../notice-deadline.js'

/** A length of time as a notice names it. Weeks are seven days, years twelve months, 半个月 fifteen days. */
export interface Length {
  readonly count: number
  readonly unit: 'working_days' | 'calendar_days' | 'months' | 'hours'
}

/** A year as written, or in words relative to the year of issue; null when the words name none. */
export type NamedYear = number | 'this' | 'next' | null

/** A day as named, before it is known which one that is. Weekdays run from 1, Monday, to 7. */
export type NamedDay =
  | {
      readonly kind: 'date'
      readonly year: NamedYear
      readonly month: number
      readonly day: number
    }
  | { readonly kind: 'month_end'; readonly year: NamedYear; readonly month: number }
  | { readonly kind: 'day_of_month'; readonly day: number }
  | { readonly kind: 'day_in_month'; readonly months_later: number; readonly day: number }
  | { readonly kind: 'weekday'; readonly weeks_later: number; readonly weekday: number }
  | { readonly kind: 'end_of_month'; readonly months_later: number }
  | { readonly kind: 'end_of_quarter' }
  | { readonly kind: 'days_later'; readonly days: number }

/** A time of day; 下班 is whenever the office closes. */
export type NamedTime = LocalTime | 'closing'

/** A day of every so often: the day of the last month of each quarter, and so on; `last` is a month's last day. */
export type Recurrence =
  | { readonly every: 'week'; readonly weekday: number }
  | { readonly every: 'month'; readonly day: number | 'last' }
  | { readonly every: 'quarter'; readonly month: 1 | 2 | 3; readonly day: number | 'last' }
  | { readonly every: 'year'; readonly month: number; readonly day: number | 'last' }

/** What one deadline phrase means (time.md, "Reading phrases"), apart from its words. */
export type Meaning =
  /** 收到之日起5个工作日内: due at the end of the last day; the day it counts from is not counted. */
  | { readonly rule: 'period'; readonly length: Length; readonly counts_from: CountsFrom }
  /** 超过14天未更新: a lapse once more than the length has passed; `inclusive`, 超过(含): once it has passed. */
  | { readonly rule: 'lapse'; readonly length: Length; readonly inclusive: boolean }
  /** X月X日前: until the end of that day, or its time; not `inclusive`: until the end of the day before. */
  | {
      readonly rule: 'date'
      readonly day: NamedDay
      readonly time: NamedTime | null
      readonly inclusive: boolean
    }
  /** 每季度末25日前. */
  | { readonly rule: 'recurring'; readonly recurrence: Recurrence; readonly inclusive: boolean }
  /** 截至8月底: up to where figures were taken, not a deadline. */
  | { readonly rule: 'cutoff'; readonly day: NamedDay }
  /** 超过(含)5个: a count of things, not a deadline. */
  | {
      readonly rule: 'threshold'
      readonly count: number
      readonly side: 'above' | 'below'
      readonly inclusive: boolean
    }
  /** 立即: now, without a date. */
  | { readonly rule: 'immediately' }

/** A meaning with the words it was read from, as `plainText` writes them. */
export type Phrase = Meaning & { readonly words: string }
