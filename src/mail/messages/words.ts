import { day } from '../../domain/day-words.js'
import type { LocalDate } from '../../domain/instant.js'
import type { DueFacts, FindingFacts, NoticeFacts } from './facts.js'

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const

export { day }

/** 2022年9月30日(星期五) */
export function dayAndWeekday(date: LocalDate): string {
  return `${day(date)}（星期${WEEKDAYS[new Date(date).getUTCDay()]}）`
}

/** 2022年9月30日(星期五)24:00前 with what is left of it or how late it is. */
export function dueWords(due: DueFacts): string {
  const provisional = due.provisional ? '，该年度放假安排尚未公布，日期暂定' : ''
  return `${dayAndWeekday(due.date)}${due.time ?? '24:00'}前（${daysWords(due)}${provisional}）`
}

/** 剩余3个工作日, 已逾期2个工作日, or what takes their place at nought. */
export function daysWords(due: DueFacts): string {
  if (due.overdue) return due.working_days > 0 ? `已逾期${due.working_days}个工作日` : '已逾期'
  return due.working_days > 0 ? `剩余${due.working_days}个工作日` : '已无剩余工作日'
}

/** 《title》(number) */
export function noticeWords(notice: NoticeFacts): string {
  return notice.number === null ? `《${notice.title}》` : `《${notice.title}》（${notice.number}）`
}

/** The finding's number, told apart from those of other notices where they are numbered. */
export function reference(finding: FindingFacts): string {
  const notice = finding.notice.number === null ? '' : `${finding.notice.number}`
  return `${notice}第${finding.number}项`
}

/** The line that opens an item: number, category, and whether it is urgent. */
export function titleOf(finding: FindingFacts): string {
  return `${finding.urgent ? '【紧急】' : ''}${reference(finding)} ${finding.category}`
}

/** Where the problem is: the notice's words, and the registered asset where it says more. */
export function placeWords({ place, asset }: FindingFacts): string | null {
  const named = [place, asset].filter((part) => part !== null && part !== '')
  return named.length === 0 ? null : `位置：${[...new Set(named)].join(' / ')}`
}

/** The problem in the notice's words. */
export function problemWords(finding: FindingFacts): string {
  return `问题：${finding.problem}`
}
