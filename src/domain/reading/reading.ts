import type { LocalDate, LocalTime } from '../instant.js'
import type { Medium, Severity } from '../vocabulary.js'

/** What a deadline of a notice is for. */
export const DEADLINE_KINDS = [
  'feedback',
  'receipt',
  'recheck',
  'self-inspection',
  'other',
] as const
export type DeadlineKind = (typeof DEADLINE_KINDS)[number]

/** What a person has to decide before a line can be sent. */
export const NEEDS = [
  'unit',
  'object',
  'incomplete-list',
  'already-fixed',
  'from-heading',
  'problem',
] as const
export type Need = (typeof NEEDS)[number]

/** Whom a finding is meant for: a named unit, all of them, or some that the text does not name. */
export const FINDING_SCOPES = ['unit', 'all-units', 'unnamed'] as const
export type FindingScope = (typeof FINDING_SCOPES)[number]

/** A place in the text as given, counted in code points; the end is the first one behind it. */
export interface Place {
  readonly start: number
  readonly end: number
}

/** A deadline in its words and as understood; `date` is null where only a period is given or no year can be known. */
export interface ReadDeadline {
  readonly kind: DeadlineKind
  readonly date: LocalDate | null
  readonly time: LocalTime | null
  readonly working_days: number | null
  readonly calendar_days: number | null
  readonly hours: number | null
  readonly text: string
  readonly inclusive: boolean
  readonly year_inferred: boolean
  readonly scope: 'all' | 'unit'
}

/** One line of the draft: one unit, one object, one problem. `unit` is null where the text names none. */
export interface ReadFinding extends Place {
  readonly n: number
  readonly unit: string | null
  readonly units: readonly string[]
  readonly medium: Medium
  readonly asset: string | null
  readonly platform: string | null
  readonly category: string | null
  readonly problem: string
  readonly indicator: string | null
  readonly severity: Severity | null
  readonly deadline: LocalDate | null
  readonly scope: FindingScope
  readonly sentence: string
  readonly confidence: number
  readonly needs: readonly Need[]
}

/** A figure the notice states. Shares are fractions of one, in the unit `ratio`. */
export interface ReadStatistic {
  readonly key: string
  readonly value: number
  readonly unit: string
  readonly text: string
}

/** Something all are asked to do, by the number of its heading. */
export interface ReadRequirement {
  readonly no: string
  readonly title: string
  readonly responsible: string | null
  readonly deadline: LocalDate | null
}

/** Words a person has to look at, and why, in Chinese. */
export interface Unresolved extends Place {
  readonly text: string
  readonly why: string
}

/** What does not add up in a notice and its draft, for a person to look at. */
export const CROSS_CHECKS = [
  'rate_inconsistent',
  'failed_unnamed',
  'total_differs',
  'units_differ',
  'no_object',
  'same_twice',
] as const
export type CrossCheckKind = (typeof CROSS_CHECKS)[number]

/** Chinese words for what does not add up. */
export const CROSS_CHECK_LABELS: Readonly<Record<CrossCheckKind, string>> = {
  rate_inconsistent: '合格率与合格数对不上',
  failed_unnamed: '不合格数多于点名数',
  total_differs: '问题总数与条数不一致',
  units_differ: '涉及单位数与点名数不一致',
  no_object: '没有写明对象',
  same_twice: '疑似重复',
}

/** `stated` is the notice's own figure and `counted` what its lines come to, where figures are compared; shares are in percent. */
export interface CrossCheck {
  readonly kind: CrossCheckKind
  /** The lines it is about, by their `n`; none where it is about the whole. */
  readonly lines: readonly number[]
  readonly stated: number | null
  readonly counted: number | null
  /** The words that state it, with their place; null where no words do. */
  readonly words: (Place & { readonly text: string }) | null
}

/** The draft a notice becomes. Nothing is ever sent from it by itself. */
export interface NoticeReading {
  readonly title: string | null
  readonly number: string | null
  readonly issuer: string | null
  readonly issued_on: LocalDate | null
  readonly period: string | null
  readonly basis: readonly string[]
  readonly deadlines: readonly ReadDeadline[]
  readonly self_inspection_required: boolean
  readonly findings: readonly ReadFinding[]
  readonly statistics: readonly ReadStatistic[]
  readonly requirements: readonly ReadRequirement[]
  readonly unresolved: readonly Unresolved[]
  /** What does not add up. */
  readonly checks: readonly CrossCheck[]
}
