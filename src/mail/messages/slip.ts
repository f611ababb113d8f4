import type { LocalDate } from '../../domain/instant.js'
import { RUNG_LABELS } from '../../domain/paper-labels.js'
import type { SlipRung } from '../../domain/slip.js'
import { type Block, heading, item, type Message, message, paragraph } from '../blocks.js'
import type { FindingFacts, NoticeFacts } from './facts.js'
import { hiddenBlocks, hiddenSubject, splitFindings } from './hidden.js'
import { day, dueWords, noticeWords, placeWords, problemWords, titleOf } from './words.js'

/** One call, reminder or earlier slip; what the office noted of a call stays inside. */
export interface HistoryLine {
  on: LocalDate
  /** 电话沟通, 逾期提醒, 催办单〔2022〕3号 … */
  what: string
  whom: string | null
  /** Numbers of the findings it concerned. */
  findings: readonly number[]
}

/** A slip as it is issued to a unit (rung 5: laid before the leader), or taken back. */
export interface SlipInput {
  rung: SlipRung
  number: string | null
  /** Unit or leader it is addressed to. */
  addressee: string
  /** Who else it names. */
  copies: readonly string[]
  /** What it demands; null is the usual demand of its rung. */
  text: string | null
  notice: NoticeFacts
  issued_on: LocalDate | null
  signer: string | null
  findings: readonly FindingFacts[]
  history: readonly HistoryLine[]
  /** The reason of a slip withdrawn after its issue; then only that is said. Else null. */
  withdrawn: string | null
}

const DEMANDS: Record<SlipRung, string> = {
  2: '下列问题已逾期，尚未收到整改情况书面反馈，现予催办。请抓紧整改，尽快反馈。',
  3: '下列问题逾期仍未办结，现予黄色督办。请分管负责同志督促落实，尽快反馈整改情况并说明逾期原因。',
  4: '下列问题逾期仍未办结，现予红色督办。请主要负责同志牵头落实，立即整改并书面反馈；仍未落实的，将提请通报或约谈。',
  5: '下列问题经督办仍未办结，拟提请通报或约谈，请审定。',
}

/** A 催办单 or 督办单: number, addressee, the findings it covers, and what was tried before. */
export function slip(input: SlipInput): Message {
  const { shown, hidden } = splitFindings(input.findings)
  if (shown.length === 0) return message(hiddenSubject(hidden).join('、'), hiddenBlocks(hidden))
  const name = RUNG_LABELS[input.rung]
  if (input.withdrawn !== null) return withdrawnSlip(input, input.withdrawn, hidden)
  const numbers = new Set(shown.map((finding) => finding.number))
  return message([`${name}1份`, ...hiddenSubject(hidden)].join('、'), [
    heading(`${name}${input.number ?? ''}`),
    paragraph(`主送：${input.addressee}`),
    paragraph(`依据${noticeWords(input.notice)}，${demandOf(input, hidden)}`),
    ...shown.map(line),
    ...hiddenBlocks(hidden),
    ...history(input.history, numbers),
    ...signed(input),
    ...(input.copies.length > 0 ? [paragraph(`抄送：${input.copies.join('、')}`)] : []),
    ...(input.rung === 5 ? [] : [paragraph('请收到后登录系统签收本单。')]),
  ])
}

/** Words of its own may speak of any finding of the slip: they give way where one is not to be spoken of. */
function demandOf({ text, rung }: SlipInput, hidden: readonly FindingFacts[]): string {
  return text === null || hidden.length > 0 ? DEMANDS[rung] : text
}

/**
 * A reason may speak of any finding of the slip, so it is left out where one is not to be spoken
 * of.
 */
function withdrawnSlip(input: SlipInput, why: string, hidden: readonly FindingFacts[]): Message {
  const name = `${RUNG_LABELS[input.rung]}${input.number ?? ''}`
  const reason = hidden.length > 0 ? '' : `原因：${why}`
  return message(`撤回${RUNG_LABELS[input.rung]}1份`, [
    heading(`${name}已撤回`),
    paragraph(`主送：${input.addressee}`),
    paragraph(`依据${noticeWords(input.notice)}发出的${name}现予撤回，不再执行。${reason}`),
  ])
}

function line(finding: FindingFacts): Block {
  return item(titleOf(finding), [
    problemWords(finding),
    placeWords(finding),
    finding.due && `时限：${dueWords(finding.due)}`,
  ])
}

function history(entries: readonly HistoryLine[], shown: ReadonlySet<number>): readonly Block[] {
  const told = entries
    .filter((entry) => entry.findings.some((number) => shown.has(number)))
    .toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)))
    .map(historyWords)
  return told.length === 0 ? [] : [item('此前催办情况', told)]
}

function historyWords({ on, what, whom }: HistoryLine): string {
  const to = whom === null ? '' : `（${whom}）`
  return `${day(on)} ${what}${to}`
}

function signed({ signer, issued_on }: SlipInput): readonly Block[] {
  const parts = [signer && `签发：${signer}`, issued_on && day(issued_on)].filter((part) => part)
  return parts.length === 0 ? [] : [paragraph(parts.join(' '))]
}
