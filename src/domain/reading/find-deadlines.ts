import { DEFAULT_HOURS } from '../hours.js'
import { dateOf, isLocalDate, type LocalDate } from '../instant.js'
import type { Phrase } from '../phrases/phrase.js'
import { readPhrases } from '../phrases/read-phrases.js'
import { dayFrom } from '../phrases/when.js'
import { kindOf, mendsOnly } from './deadline-kinds.js'
import type { DeadlineKind, ReadDeadline } from './reading.js'

/** From which day a day without a year is seen; null where the notice gives none. */
export type Base = LocalDate | null

const DEMAND =
  /整改|反馈|报送|上报|报告|报(?:至|我|市|县|区|省|州|镇|回|备|局|办|委|政|办公)|(?:书面|工作群|电话)?(?:回复|说明)(?:我|市|县|区|情况|原因|$|[,。;])|回执|签收|自查|自评|台账|复查|复核|复检|回头看|完成|提交|销号|改正|改到位|办结|补办|补答|送(?:达|交|至)|清理|注销|处理|处置|补发|更正|补报|补齐|函复|复我|修复|改好|告知|改完|纠正|申诉|申辩|异议|下线|下架|撤下|清零|检讨/
/** What is asked for by whatever verb: a day named so is a deadline. */
const ASKED =
  /请|须|务必|必须|责令|限期|应[于在]|要[于在]|需[于在]|(?:单位|部门|县区|乡镇|街道)[^,。]{0,6}(?:要|应|需)/
/** What is supposed only; a rule for all of a kind that names its day is asked for. */
const SUPPOSED =
  /^(?!.{0,14}异议)(?:如|若|一旦|凡(?![^。;]{4,30},(?:要|应|须|务必|一律)[于在])|对.{2,20}的,)/
const BARE_SENDING =
  /^(?:请|须|应|要)?[于在]?\d[^,。;将把]{2,14}前(?:统一|一并|集中)?(?:报|送)[^,。;将把]{0,10}$/
const PAST =
  /办结\d|答复\d|仍(?:不|未).{0,8}的|已(?:于|经|在|全部|完成|整改)|(?:未(?:在|按|于|能|及时|更新|回复|答复|办结)|超过|逾(?!期[的]?原因)|超)(?!期未报|期不)|(?:如|若|一旦|凡)(?:发现|有|出现)|收到(?:网民|群众)?(?:留言|来信|咨询|诉求|申请|信件|举报|投诉)|来信|信件|群众留言|网民留言(?!办)|(?<!报[^,。;]{0,16})备案|报备|发布后|公开后|(?<!通报|通知|函|文)印发后|平均|(?:全部|均|都)[在于][^,。;]{0,14}(?:办结|完成|更新|答复|回复|恢复|处置|处理完)|内[^,。;]{0,4}(?:撤下|删除|修复|更正|处理|处置|答复)了/

/** A deadline, and whether by then something is only to be put right, and nothing sent in. */
export interface Due {
  readonly deadline: ReadDeadline
  readonly mends: boolean
}

/** The deadlines that a sentence sets, in its order. Lapses, cut-offs and what is supposed only set none. */
export function deadlinesIn(sentence: string, base: Base): ReadDeadline[] {
  return duesIn(sentence, base).map(({ deadline }) => deadline)
}

/** The same, with what is to be done by then. `goesOn` says that the sentence before asks, and this one goes on. */
export function duesIn(sentence: string, base: Base, goesOn = false): Due[] {
  if (SUPPOSED.test(sentence)) return []
  if (EARLIER.test(sentence)) return []
  const parts = partsOf(withoutGiven(sentence.replace(QUOTED_RULE, '“”')))
  return parts.flatMap((part, index) => {
    const phrases = [...labelled(part), ...recheckIn(part), ...phrasesIn(part)]
    const isDue = phrases.filter(
      ({ rule }) => rule === 'date' || rule === 'period' || rule === 'recurring',
    )
    if (isDue.length === 0) return []
    const asked = (goesOn || ASKED.test(sentence)) && isDue.some(({ rule }) => rule === 'date')
    const own = DEMAND.test(part) || RECHECK.test(part) || asked
    const context = own ? part : `${part},${parts[index + 1] ?? ''}`
    const past = PAST.test(withoutNamed(context))
    if (!(own || DEMAND.test(context)) || past || (PROMISE.test(context) && !RECHECK.test(part)))
      return []
    if (STANDING.test(part) && !NAMED_HERE.test(part)) return []
    const mends = mendsOnly(context)
    // 形成自查报告,于4月30日前报我局: what is sent was named before.
    const whole = BARE_SENDING.test(part) ? `${parts[index - 1] ?? ''},${part}` : context
    return isDue.flatMap((phrase) => {
      const deadline = deadlineOf(phrase, kindOf(whole, sentence), base)
      return deadline ? [{ deadline, mends }] : []
    })
  })
}

/** How fast letters are always to be answered: 留言要在2个工作日内予以回复. Rules in quotation marks are such too. */
const STANDING =
  /(?:留言|来信|信件|咨询|咨询件|诉求|工单|评论|申请)[^,。;\d]{0,8}[\d一二三四五六七八九十两]+个?(?:工作日|小时|天|日)(?:之?内|以内)?(?:予以|给予|进行|作出)?(?:回复|答复|办结|回应|受理|签收|预警)/
/** What this notice asks for of what it names is no standing rule. */
const NAMED_HERE =
  /整改|通报|找错|上述|附件|所列|反馈|我(?:办|局|委|中心)|\d+[件条封起]|超期|逾期|未办/
const QUOTED_RULE = /“[^“”]*(?:工作日|小时|天|分钟)[^“”]*”/g

/** What an earlier paper asked for: 4月28日印发通报,要求你局于5月12日前完成整改. */
const EARLIER =
  /^(?:\d{4}年)?\d{1,2}月\d{1,2}日,?[^。;]*(?:印发|下发|通报|转办|交办|发出|函告|通知)[^。;]*,(?:要求|责成|限)/

/** 两周内(8月18日前) is one day: the bracket says which. */
function withoutGiven(sentence: string): string {
  return sentence.replace(
    /[\d一二两三四五六七八九十]+(?:个)?(?:工作日|周|月|天|日)内\(([^()]*日前)\)/g,
    '$1',
  )
}

/** What is to be done about what the notice names is no lapse, though the lapse is named: 对上述3件未办结来信于5个工作日内办结. */
function withoutNamed(part: string): string {
  return part.replace(
    /[对将就](?:上述|以上|附件|所列|超期|逾期|未办|该|这)[^,。;]{0,14}?(?=[于在]?\d+(?:个|小时|天|日|周))/g,
    '',
  )
}

/** What the writer says it will do itself. */
const PROMISE =
  /我(?:局|委|县|区|镇|乡|单位|中心|公司)(?:将|已)|^(?:下一步,)?我(?:局|委|单位)|^确保/

/** 收函后 is 收到后, 限期一个月整改 is 一个月内, in other words. */
function phrasesIn(part: string): readonly Phrase[] {
  const received = part.replace(/(收|接)(?:函|文|此通知|通知|通报|此函|单)(?=[后之起])/, '$1到')
  const plain = received.replace('元月', '1月')
  return readPhrases(plain.replace(/限期(?!整改)(.{1,6}?)(?=整改|完成)/, '$1内'))
}

/** Parts between commas, but a start and its length stay together: 自收到之日起,5个工作日内. */
function partsOf(sentence: string): string[] {
  return sentence.split(/(?<!起|起计算|后)[,;。]/).filter((part) => part !== '')
}

/** 整改时限:2022年12月2日. */
function labelled(part: string): Phrase[] {
  const [, rest] =
    /(?:时限|期限|截止(?:时间|日期)?|时间|反馈时间|完成时间)(?:要求)?[:为是]\s*(.+)$/.exec(part) ??
    []
  return rest && !/前|内/.test(rest) ? [...readPhrases(rest)] : []
}

/** How an office looks again: 复查, 逐项验收, 第二轮抽查. */
const RECHECK = /复查|复核|回头看|复检|验收|核验|第[二三]轮|再次(?:抽查|检查)/

/** 10月15日起将组织复查: the day itself, without 前. */
function recheckIn(part: string): readonly Phrase[] {
  const [, day] =
    /((?:\d{4}年)?\d{1,2}月\d{1,2}日)(?:起|后|开始)?(?=[^前]{0,14}(?:复查|复核|回头看|复检|验收|核验|第[二三]轮|再次(?:抽查|检查)))/.exec(
      part,
    ) ?? []
  return day ? readPhrases(`${day}前`).map((phrase) => ({ ...phrase, words: day })) : []
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
