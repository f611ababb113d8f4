import type { LocalDate } from '../../domain/instant.js'
import { alert, type Block, heading, item, type Message, message, paragraph } from '../blocks.js'
import type { MailContext } from '../context.js'
import type { FindingFacts, NoticeFacts } from './facts.js'
import { hiddenBlocks, hiddenSubject, splitFindings } from './hidden.js'
import { PROOF } from './proof.js'
import { dayAndWeekday, dueWords, noticeWords, placeWords, problemWords, titleOf } from './words.js'

/** A unit's part of a notice, as it is served. */
export interface SliceInput {
  notice: NoticeFacts
  findings: readonly FindingFacts[]
  /** The day at whose end an unsigned slice counts as received; null where that cannot be said. */
  deemed_on: LocalDate | null
  /** Whether the written report has to carry the unit's seal. */
  stamped_report: boolean
}

/**
 * The unit's part of a notice: what is wrong, by when, what counts as proof, and how to sign for
 * it.
 */
export function slice(input: SliceInput, context: MailContext): Message {
  const { shown, hidden } = splitFindings(input.findings)
  const urgent = shown.filter((finding) => finding.urgent).length
  const subject = [
    ...(urgent > 0 ? [`紧急交办${urgent}项`] : []),
    ...(shown.length > urgent ? [`新交办${shown.length - urgent}项`] : []),
    ...hiddenSubject(hidden),
  ]
  return message(subject.join('、'), [
    ...(shown.length > 0 ? opening(input, shown.length) : []),
    ...(urgent > 0 ? [alert(urgentWords(urgent, context))] : []),
    ...shown.map(line),
    ...hiddenBlocks(hidden),
    ...(shown.length > 0 ? [paragraph(reportWords(input))] : []),
    paragraph(signWords(input)),
  ])
}

function opening({ notice }: SliceInput, count: number): readonly Block[] {
  return [
    heading('新交办问题'),
    paragraph(`${noticeWords(notice)}涉及贵单位问题${count}项，现予交办，请按时限整改并书面反馈。`),
  ]
}

function line(finding: FindingFacts): Block {
  return item(titleOf(finding), [
    problemWords(finding),
    placeWords(finding),
    finding.due && `时限：${dueWords(finding.due)}`,
    `佐证材料：${PROOF[finding.medium]}`,
  ])
}

/** Take down first, explain later; the duty telephone goes with it. */
export function urgentWords(count: number, { duty_phone }: MailContext): string {
  const phone = duty_phone === null ? '' : `值班电话：${duty_phone}。`
  return `其中紧急事项${count}项，请立即先行处置（下线、删除或更正），并在时限内报告处置情况。${phone}`
}

function reportWords({ stamped_report }: SliceInput): string {
  const stamp = stamped_report ? '，书面反馈须加盖单位公章' : ''
  return `反馈应逐项说明原因、措施和完成日期，并附佐证材料${stamp}。`
}

function signWords({ deemed_on }: SliceInput): string {
  const deemed =
    deemed_on === null ? '' : `至${dayAndWeekday(deemed_on)}24:00仍未签收的，视同签收。`
  return `请收到后登录系统，在待签收通知中办理签收。${deemed}`
}
