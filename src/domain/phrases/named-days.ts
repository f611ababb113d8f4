import { isLocalDate } from '../instant.js'
import type { Groups } from './family.js'
import { NUMBER, numberOf } from './numerals.js'
import type { NamedDay, NamedYear } from './phrase.js'

/** A notice names no other century; 0022年 is a slip. */
const OUR_YEAR = String.raw`(?:19|20|21)\d{2}`
const YEARS = `${OUR_YEAR}年|今年|本年度?|当年|明年|次年`
const YEAR = `(?<year>${YEARS})?`

/** A day named by its date, for use inside a pattern with `namedDay` to read its groups. */
export const DATED = [
  `(?:(?<iso>(?<!\\d)${OUR_YEAR}[-/.]\\d{1,2}[-/.]\\d{1,2}(?!\\d))日?`,
  `|(?<![\\d年])${YEAR}(?<month>${NUMBER})月份?(?:(?<day>${NUMBER})[日号]|(?<end>[底末]))`,
  `|(?<year_of_end>${OUR_YEAR})年年?[底末]`,
  `|(?<![\\d年])(?<year_of_quarter>${YEARS})?第?(?<quarter>[一二三四])季度[底末]`,
  `|(?<![上下每度])(?<of_month>(?:本|这个?|当|下个?|次)月)(?<of_day>${NUMBER})[日号](?!之?内|以内)`,
  String.raw`|(?<![\d月零一二两三四五六七八九十百和及~-])(?<![日号\d]、|[日\d]至|到期|满)(?<only>${NUMBER})[日号](?!之?内|以内))`,
].join('')

/** A day by where it lies from the day of issue, clear enough to be a deadline without another word. */
export const NEAR = [
  '(?:(?<weekday>(?:下下个?|下个?|本|这个?)(?:周|星期|礼拜)[一二三四五六日天末])',
  '|(?<month_end>(?:本|这个?|当|下个?|次)月[底末])',
  '|(?<year_end>[今本当明]年年?[底末])',
  '|(?<quarter_end>(?:本|这个?)季度?末))',
].join('')

/**
 * The same where another word must say that it is a deadline: 周五前, 月底前, 次日12:00前, 当日内. The tail of another
 * day is none: 10月底, 上周五, 收到次日.
 */
export const NEARBY = [
  '(?:(?<![上下这本个两每])(?<weekday>(?:周|星期|礼拜)[一二三四五六日天末])',
  String.raw`|(?<![\d〇零一二两三四五六七八九十元上次个下本这当每])(?<month_end>月[底末])`,
  String.raw`|(?<![\d年去上次明今本当每])(?<year_end>年[底末])`,
  '|(?<!收到|接到|签收|之|的)(?<near>今[天日]|当[天日]|明[天日]|次日|后天))',
].join('')

/** The day in the groups of `DATED`, `NEAR` or `NEARBY`; null when it cannot exist: 9月31日, 2022年2月29日. */
export function namedDay(groups: Groups): NamedDay | null {
  const { iso, month, day, end, only } = groups
  if (iso) {
    const [year = '', ofYear = '', ofMonth = ''] = iso.split(/[-/.]/)
    return dated(Number(year), Number(ofYear), Number(ofMonth))
  }
  const { year_of_end } = groups
  if (year_of_end) return monthEnd(Number(year_of_end), 12)
  if (month) {
    const year = yearOf(groups['year'])
    return end ? monthEnd(year, numberOf(month)) : dated(year, numberOf(month), numberOf(day ?? ''))
  }
  const { quarter, year_of_quarter } = groups
  if (quarter) return monthEnd(yearOf(year_of_quarter), ('一二三四'.indexOf(quarter) + 1) * 3)
  const { of_month, of_day } = groups
  if (of_month) {
    const day = dayOf(of_day)
    return day === null ? null : { kind: 'day_in_month', months_later: monthsLater(of_month), day }
  }
  if (only) {
    const day = dayOf(only)
    return day === null ? null : { kind: 'day_of_month', day }
  }
  return nearDay(groups)
}

/** The number of a day that some month has; null for 0日 and 32日. */
function dayOf(text: string | undefined): number | null {
  const number = text === undefined ? null : numberOf(text)
  return number !== null && number >= 1 && number <= 31 ? number : null
}

/** 本月 and 当月 are that of issue, 下月, 下个月 and 次月 the next. */
function monthsLater(words: string): number {
  return /^[下次]/.test(words) ? 1 : 0
}

function nearDay({ weekday, month_end, year_end, quarter_end, near }: Groups): NamedDay | null {
  if (weekday) {
    const weeks_later = weekday.startsWith('下下') ? 2 : weekday.startsWith('下') ? 1 : 0
    return { kind: 'weekday', weeks_later, weekday: weekdayOf(weekday.at(-1)) }
  }
  if (month_end) return { kind: 'end_of_month', months_later: monthsLater(month_end) }
  if (quarter_end) return { kind: 'end_of_quarter' }
  if (year_end) {
    return { kind: 'month_end', year: year_end.startsWith('明') ? 'next' : 'this', month: 12 }
  }
  if (!near) return null
  return { kind: 'days_later', days: /^[今当]/.test(near) ? 0 : near.startsWith('后') ? 2 : 1 }
}

/** 周一 is 1, 周日, 周天 and 周末 are 7. */
export function weekdayOf(sign = '日'): number {
  const index = '一二三四五六'.indexOf(sign)
  return index < 0 ? 7 : index + 1
}

function dated(year: NamedYear, month: number | null, day: number | null): NamedDay | null {
  if (month === null || day === null) return null
  // Without a year 2月29日 may exist; which years have it is seen when the year is known.
  const checked = typeof year === 'number' ? year : 2000
  const text = [String(checked).padStart(4, '0'), two(month), two(day)].join('-')
  return isLocalDate(text) ? { kind: 'date', year, month, day } : null
}

function monthEnd(year: NamedYear, month: number | null): NamedDay | null {
  return month !== null && month >= 1 && month <= 12 ? { kind: 'month_end', year, month } : null
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

function yearOf(words: string | undefined): NamedYear {
  if (!words) return null
  if (/^\d/.test(words)) return Number(words.slice(0, 4))
  return /^[明次]/.test(words) ? 'next' : 'this'
}
