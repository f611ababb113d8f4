import { DEFAULT_HOURS } from '../hours.js'
import { dateOf, daysBetween, isLocalDate, type LocalDate } from '../instant.js'
import type { Phrase } from '../phrases/phrase.js'
import { plainText } from '../phrases/plain-text.js'
import { dayFrom } from '../phrases/when.js'
import { type Deed, deedOf, KIND_OF } from './deadline-kinds.js'
import { duePhrasesAt, dueText } from './due-phrases.js'
import { type Governed, governedIn } from './governed.js'
import { ASKED, isNoDeadline, supposes } from './no-deadlines.js'
import type { DeadlineKind, ReadDeadline } from './reading.js'

/** From which day a day without a year is seen; null where the notice gives none. */
export type Base = LocalDate | null

/** A deadline, and what is to be done by then. */
export interface Due {
  readonly deadline: ReadDeadline
  readonly deed: Deed
}

/** What stands around a sentence: `asks` where the one before asks and this goes on, `tells` where faults are told. */
export interface DueContext {
  readonly asks: boolean
  readonly tells: boolean
  /** The finding that the sentence tells, where this is what it asks for. */
  readonly finding: string
}

/** The deadlines that a sentence sets, in its order. Lapses, cut-offs and what is supposed only set none. */
export function deadlinesIn(sentence: string, base: Base): ReadDeadline[] {
  return duesIn(sentence, base).map(({ deadline }) => deadline)
}

/** The same, with what is to be done by then. */
export function duesIn(
  sentence: string,
  base: Base,
  { asks, tells, finding }: DueContext = { asks: false, tells: false, finding: '' },
): Due[] {
  const supposed = supposes(sentence)
  const text = dueText(plainText(sentence))
  return governedIn(text, duePhrasesAt(text)).flatMap((governed) => {
    // A day alone in its line is that of the notice.
    if (isAlone(governed)) return []
    // 如无法按期完成,请于5月13日前说明: behind what is supposed a day may be named, a length is a rule.
    if (supposed && (governed.earlier === '' || governed.phrase.rule !== 'date')) return []
    const deed = deedOf(governed, text, finding)
    if (isNoDeadline(governed, deed, asks)) return []
    const deadline = deadlineOf(governed.phrase, KIND_OF[deed], base)
    if (!deadline || isPast(deed, governed.phrase, deadline, base)) return []
    const ahead = base !== null && deadline.date !== null && deadline.date >= base
    const told = tells && !ahead && !ASKED.test(text) && !SAID_ANYHOW.has(deed)
    return told ? [] : [{ deadline, deed }]
  })
}

/** What parts that tell faults do not tell: these are asked for by what they are. */
export const SAID_ANYHOW: ReadonlySet<Deed> = new Set([
  'recheck',
  'report',
  'receipt',
  'self-inspection',
])

function isAlone({ earlier, before, deed, goesOn }: Governed): boolean {
  return !/[\u4e00-\u9fff]/.test(`${earlier}${before}${deed}${goesOn}`)
}

/** Further ahead in the next year a day without its year was one of the last. */
const FAR = 200

/** A day long before the notice, and one without a year that would be far off in the next. */
function isPast(deed: Deed, phrase: Phrase, { date, year_inferred }: ReadDeadline, base: Base) {
  if (date === null || base === null || phrase.rule !== 'date') return false
  if (deed === 'recheck' && date < base) return true
  if (!year_inferred) return daysBetween(date, base) > FAR
  return date.slice(0, 4) > base.slice(0, 4) && daysBetween(base, date) > FAR
}

function deadlineOf(phrase: Phrase, kind: DeadlineKind, base: Base): ReadDeadline | null {
  const none = {
    ...{ kind, date: null, time: null, working_days: null, calendar_days: null, hours: null },
    ...{ text: phrase.words, inclusive: true, year_inferred: false, scope: 'all' as const },
  }
  switch (phrase.rule) {
    case 'period': {
      const { count, unit } = phrase.length
      if (unit === 'working_days') return { ...none, working_days: count }
      if (unit === 'hours') return { ...none, hours: count }
      return { ...none, calendar_days: unit === 'months' ? count * 30 : count }
    }
    case 'date': {
      const { date, inferred } = dayOf(phrase, base)
      const time = phrase.time === 'closing' ? CLOSING : phrase.time
      return { ...none, date, time, inclusive: phrase.inclusive, year_inferred: inferred }
    }
    case 'recurring':
      return { ...none, inclusive: phrase.inclusive }
    default:
      return null
  }
}

/** 下班前 of an office that keeps the usual hours. */
const CLOSING = DEFAULT_HOURS.spans.at(-1)?.[1] ?? null

function dayOf({ day }: Extract<Phrase, { rule: 'date' }>, base: Base) {
  const known = (day.kind === 'date' || day.kind === 'month_end') && typeof day.year === 'number'
  const from = base ?? (known ? dateOf('2000-01-01') : null)
  if (!from) return { date: null, inferred: false }
  const { date, inferred } = dayFrom(day, from)
  return { date, inferred: inferred.length > 0 }
}

/** The day a notice without a date is seen from: the last month of the period it speaks of. */
export function baseOf(issued: LocalDate | null, period: string | null): Base {
  if (issued || !period) return issued
  const [, year, part = ''] = /^(\d{4})-?(.*)$/.exec(period) ?? []
  const month = part.startsWith('Q')
    ? Number(part.slice(1)) * 3
    : part === 'H1'
      ? 6
      : part === 'H2'
        ? 12
        : Number(part || 12)
  const date = `${year}-${String(month).padStart(2, '0')}-01`
  return isLocalDate(date) ? date : null
}
