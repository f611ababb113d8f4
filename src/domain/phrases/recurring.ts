import { BOUND, BOUND_BEHIND, excludes } from './bounds.js'
import { family, type Groups } from './family.js'
import { weekdayOf } from './named-days.js'
import { NUMBER, numberOf } from './numerals.js'
import type { Recurrence } from './phrase.js'

const DAY = `(?<day>${NUMBER})[日号]`
/** A time of day is not understood here: then nothing is. */
const BEFORE = String.raw`${BOUND}(?:之前|以前|前)?${BOUND_BEHIND}(?![上中下]午|早|晚|凌晨|傍晚|下班| ?\d)`

/** 每季度末25日前, 每月底前, 每周五前, 每年12月31日前. Each names one day of every so often. */
export const RECURRING = [
  family(
    `每个?季度?(?<place>首月|第[一二三]个?月|次月|末月?|最后一?个?月)(?:的)?(?:${DAY})?${BEFORE}`,
    (groups) => {
      const { place = '', day } = groups
      const month = monthOfQuarter(place)
      return recurring({ every: 'quarter', month, day: dayOf(day) }, groups)
    },
  ),
  family(`每个?月(?:份)?的?(?:${DAY}|底|末)${BEFORE}`, (groups) =>
    recurring({ every: 'month', day: dayOf(groups['day']) }, groups),
  ),
  family(`每(?:周|星期|礼拜)(?<weekday>[一二三四五六日天末])${BEFORE}`, (groups) =>
    recurring({ every: 'week', weekday: weekdayOf(groups['weekday']) }, groups),
  ),
  family(`每年的?(?:(?<month>${NUMBER})月份?(?:${DAY}|[底末])|[底末])${BEFORE}`, (groups) => {
    const { month, day } = groups
    const of = month ? (numberOf(month) ?? 0) : 12
    return recurring({ every: 'year', month: of, day: dayOf(day) }, groups)
  }),
]

function dayOf(text: string | undefined): number | 'last' {
  return text === undefined ? 'last' : (numberOf(text) ?? 0)
}

function monthOfQuarter(place: string): 1 | 2 | 3 {
  if (/首|一/.test(place) && !place.startsWith('最后')) return 1
  return /二|次/.test(place) ? 2 : 3
}

/** Null where no day is ever meant: 每月32日, 每年2月30日. */
function recurring(recurrence: Recurrence, { bound, bound_behind }: Groups) {
  const exists = recurrence.every === 'week' || mayExist(recurrence)
  const inclusive = !excludes(bound ?? bound_behind)
  return exists ? { rule: 'recurring' as const, recurrence, inclusive } : null
}

function mayExist(recurrence: Exclude<Recurrence, { every: 'week' }>): boolean {
  const { day } = recurrence
  const month = recurrence.every === 'year' ? recurrence.month : 1
  if (month < 1 || month > 12) return false
  return day === 'last' || (day >= 1 && day <= (LONGEST[month] ?? 31))
}

/** Days of the months that have fewer than 31, February in a leap year. */
const LONGEST: Readonly<Record<number, number>> = { 2: 29, 4: 30, 6: 30, 9: 30, 11: 30 }
