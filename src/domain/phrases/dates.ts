import { BOUND, BOUND_BEHIND, excludes } from './bounds.js'
import { family, type Groups } from './family.js'
import { DATED, NEAR, NEARBY, namedDay } from './named-days.js'
import { NUMBER } from './numerals.js'
import { namedTime } from './times.js'

const LEAD =
  '(?:最[迟晚](?:应?[于在])?|不[得应可能]?(?:[迟晚]于|超过(?=[^,]{0,8}月))|务必[于在]|截止(?:时间|日期|期限)?(?:为|是|到|至|:)?|限[于在]?)'
const HOURS = `(?<hour>${NUMBER})(?::(?<clock>\\d{2})时?|[点时](?:(?<minute>${NUMBER})分?|(?<thirty>半)|整)?)`
const HALF = '上午|中午|下午|早上?|凌晨|傍晚|晚上?'
const TIME = ` ?(?:(?<half>${HALF})?${HOURS}|(?:${HALF})?(?<closing>下班)|(?<noon>中午|正午))?`
const BEFORE = '(?:之前|以前|前|截止|止)'
/** The day of the week in brackets, the time, and in brackets before or after it whether the day itself still counts. */
const TAIL = `(?:\\([本下]?(?:周|星期|礼拜)[一二三四五六日天]\\))?${BOUND}${TIME}${BOUND_BEHIND}`
/** 9月30日前(不含当日). */
const BOUND_LAST = String.raw`(?<bound_last>\(不?含(?:当日|当天|本日)?\))?`
/** Where no 前 need follow: a time or a start must not be what follows instead. */
const END = String.raw`(?!${HALF}|下班|起|后|以来|至|\(| ?\d)`

/**
 * X月X日前, 10月底前, 最迟X月X日: a date is a deadline only where a word says so or nothing else is said, since notices
 * are full of dates. 下周五 and 本月底 are deadlines as they stand.
 */
export const DATES = [
  family(`${LEAD}${DATED}${TAIL}${BEFORE}?${BOUND_LAST}${END}`, dateOf),
  family(`${DATED}${TAIL}${BEFORE}${BOUND_LAST}`, dateOf),
  family(`^${DATED}${TIME}$`, dateOf),
  family(`${LEAD}?(?<!\\()${NEAR}${TAIL}${BEFORE}?${BOUND_LAST}${END}`, dateOf),
  family(`${LEAD}?${NEARBY}${TAIL}(?:${BEFORE}|内)${BOUND_LAST}`, dateOf),
]

/** 截至8月底: where the figures end. 截至9月30日前 and 截止 are deadlines. */
export const CUTOFFS = [
  family(`截至(?:目前)?(?:${DATED}|${NEAR})(?!日?${TAIL}${BEFORE})`, (groups) => {
    const day = namedDay(groups)
    return day && { rule: 'cutoff' as const, day }
  }),
]

function dateOf(groups: Groups) {
  const day = namedDay(groups)
  const time = namedTime(groups)
  if (!day || time === undefined) return null
  const { bound, bound_behind, bound_last } = groups
  const inclusive = !excludes(bound ?? bound_behind ?? bound_last)
  return { rule: 'date' as const, day, time, inclusive }
}
