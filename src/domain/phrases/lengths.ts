import { NUMBER, numberOf } from './numerals.js'
import type { Length } from './phrase.js'

const UNIT = '(?:法定|有效)?工作日|自然日|日历天|日历日|天|日|周|星期|礼拜|年|小时'
/** Without 个 these name a month or a quarter: 9月内, 三季度内. */
const COUNTED = '月|季度'

/**
 * A length of time for use inside a pattern; it captures nothing. Of 3至5个工作日 the longer end is meant. 一个半月 is
 * no 半月, 一年半 no year, 9月25日 no 25 days and 第5个工作日 no five.
 */
export const LENGTH = `(?:(?<![个上下])半个?月|(?<![上下])半年|(?<![\\d第年月./-])(?:${NUMBER}[-~至到])?${NUMBER}(?:个?(?:${UNIT})|个(?:${COUNTED})))(?![半零又多\\d])`

const PARTS = new RegExp(`^(?:${NUMBER}[-~至到])?(${NUMBER})个?(${UNIT}|${COUNTED})$`)

/** Longest lengths that are read: what is longer is a slip of the pen, and would be walked day by day. */
const MOST: Record<Length['unit'], number> = {
  working_days: 2_000,
  calendar_days: 4_000,
  months: 120,
  hours: 10_000,
}

/** Calendar units by the one they are counted in. */
const UNITS: Readonly<Record<string, readonly [Length['unit'], number]>> = {
  自然日: ['calendar_days', 1],
  日历天: ['calendar_days', 1],
  日历日: ['calendar_days', 1],
  天: ['calendar_days', 1],
  日: ['calendar_days', 1],
  周: ['calendar_days', 7],
  星期: ['calendar_days', 7],
  礼拜: ['calendar_days', 7],
  月: ['months', 1],
  季度: ['months', 3],
  年: ['months', 12],
  小时: ['hours', 1],
}

/** The length that `LENGTH` matched; null where it is zero or longer than ten years or so. */
export function lengthOf(text: string): Length | null {
  if (/^半个?月$/.test(text)) return { count: 15, unit: 'calendar_days' }
  if (text === '半年') return { count: 6, unit: 'months' }
  const [, number = '', named = ''] = PARTS.exec(text) ?? []
  const [unit, times] = UNITS[named] ?? (['working_days', 1] as const)
  const count = (numberOf(number) ?? 0) * times
  return count > 0 && count <= MOST[unit] ? { count, unit } : null
}
