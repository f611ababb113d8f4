import { isLocalDate, type LocalDate } from '../instant.js'
import { numberOf } from '../phrases/numerals.js'
import type { Line } from './lines.js'

/** What the head and the foot of a notice say of itself. */
export interface NoticeFacts {
  readonly title: string | null
  readonly number: string | null
  readonly issuer: string | null
  readonly issued_on: LocalDate | null
  readonly period: string | null
  readonly basis: readonly string[]
}

const NUMBER = /[\u4e00-\u9fff]{1,12}[〔[(]\d{4}[〕\])]\s*(?:第)?\d{1,4}号/g
const DATE =
  /(?:^|[\s,])((?:\d{4}|[二〇○零一三四五六七八九]{4}))年(\d{1,2}|[一二三四五六七八九十]{1,3})月(\d{1,2}|[一二三四五六七八九十]{1,3})日(?:\s*\([^()]*\))?(?:印发|发布|印)?$/
const ORGAN = /(?:办公室|办公厅|政府|局|委员会|委|办|中心|小组|组|部|厅|院)$/

/** Title, number, issuer, date, period and basis; null and empty where the text does not say. */
export function factsOf(plain: string, text: string, lines: readonly Line[]): NoticeFacts {
  const head = lines.slice(0, 10)
  const titled = head.find(isTitle)
  const title = titled ? text.slice(titled.start, titled.end).trim() : null
  const own = head.find(({ text }) => /^\S{1,14}[〔[(]\d{4}[〕\])]\s*(?:第)?\d{1,4}号$/.test(text))
  const number = own ? text.slice(own.start, own.end).trim() : null
  const dated = lines.findLast(({ text }) => text.length < 50 && DATE.test(text))
  const named = [...plain.matchAll(NUMBER)].map((match) =>
    text.slice(match.index, match.index + match[0].length),
  )
  const basis = [
    ...new Set(
      named
        .filter((one) => one !== number)
        .map((one) => one.replace(/^(?:的|按照|根据|依据|以|和|与|及|照)/, '')),
    ),
  ]
  const before = dated ? lines[lines.indexOf(dated) - 1] : undefined
  return {
    ...{ title, number },
    issuer: issuerOf(plain, titled?.text ?? '', before?.text ?? '', dated?.text ?? ''),
    issued_on: dated ? dateIn(dated.text) : null,
    period: periodOf(titled?.text ?? '', plain),
    basis,
  }
}

function isTitle({ text }: Line): boolean {
  const ends =
    /(?:通报|通知|函|意见|反馈|一览表|公报|简报|通报批评|提示单|通知单)(?:\([^()]*\))?$/.test(text)
  return (
    text.length <= 90 &&
    !/[。;]/.test(text) &&
    (ends || /^.{0,30}关于.{4,60}(?:通报|通知|函|的反馈)/.test(text)) &&
    !text.endsWith(':')
  )
}

function dateIn(line: string): LocalDate | null {
  const [, year = '', month = '', day = ''] = DATE.exec(line) ?? []
  const digits = /^\d/.test(year) ? year : year.replace(/./gu, (sign) => String(numeral(sign)))
  const parts = [month, day].map((part) => String(numberOf(part) ?? 0).padStart(2, '0'))
  const date = [digits, ...parts].join('-')
  return isLocalDate(date) ? date : null
}

function numeral(sign: string): number {
  return '〇○零'.includes(sign) ? 0 : (numberOf(sign) ?? 0)
}

/** The signature above or beside the date, else whoever the title names, else whom answers go to. */
function issuerOf(plain: string, title: string, before: string, dated: string): string | null {
  const beside = dated.replace(DATE, '').trim()
  for (const signed of [beside, before]) {
    const name = signed.replace(/\((?:盖章|章|印章)\)$/, '').trim()
    if (name.length >= 4 && name.length <= 40 && ORGAN.test(name) && !/[。,;:]/.test(name))
      return name
  }
  const [, titled] = /^(\S{4,30}(?:办公室|办公厅|政府|局|委|办|中心|小组))关于/.exec(title) ?? []
  if (titled) return titled
  const [, receiver] =
    /(?:反馈|报送?|上报|报告|径送|回复)(?:至|给|到)?((?:[\u4e00-\u9fff]{1,8})?(?:人民)?政府(?:办公室|办公厅|办))/.exec(
      plain,
    ) ?? []
  return receiver ?? null
}

const QUARTER = /(20\d{2})\s*年(?:第)?([一二三四1234])季度/
const HALF = /(20\d{2})\s*年(?:度)?([上下])半年/
const MONTH = /(20\d{2})\s*年(\d{1,2})月/

/** 2022-Q3, 2022-H1, 2022-08, 2022; of the title, else the first the text names. */
function periodOf(title: string, plain: string): string | null {
  return periodIn(title, true) ?? periodIn(plain, false) ?? periodIn(plain.slice(0, 60), true)
}

function periodIn(text: string, monthsToo: boolean): string | null {
  const [, year, quarter] = QUARTER.exec(text) ?? []
  if (year && quarter) return `${year}-Q${numberOf(quarter) ?? ''}`
  const [, of, half] = HALF.exec(text) ?? []
  if (of && half) return `${of}-H${half === '上' ? 1 : 2}`
  if (!monthsToo) return null
  const [, yearOf, month] = MONTH.exec(text) ?? []
  if (yearOf && month) return `${yearOf}-${month.padStart(2, '0')}`
  const [, whole] = /(20\d{2})\s*年度?/.exec(text) ?? []
  return whole ?? null
}
