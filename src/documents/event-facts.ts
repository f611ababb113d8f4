import type { FindingCertificate } from '../contracts/certificates.js'
import type { RecordedEvent } from '../domain/chain.js'
import { day } from '../domain/day-words.js'
import { RESULT_LABELS, RETEST_RESULT_LABELS, WITHDRAWN_REASON_LABELS } from '../domain/labels.js'
import { REQUEST_KIND_LABELS, VERDICT_LABELS } from '../domain/request-labels.js'

/** An event of a certificate, read out of the text that was hashed. */
export interface Said {
  event: RecordedEvent
  /** Whether it had words that the certificate does not tell: erased, or not to be read. */
  erased: boolean
}

export type Fact = readonly [label: string, value: string]

/** Words people wrote, by the field they wrote them in. */
const TEXT_LABELS: Readonly<Record<string, string>> = {
  cause: '原因',
  measures: '整改措施',
  conclusion: '意见',
  retest_reason: '未凭复查的理由',
  seen: '复查所见',
  reason: '理由',
  grounds: '依据',
  paper_number: '纸质文书编号',
  'asked/whom': '提请对象',
}

/** What an event of a certificate says; its own text is what this house wrote, so it is of the form of an event. */
export function saidIn({ canonical, texts }: FindingCertificate['events'][number]): Said {
  const { texts: digests, ...event } = JSON.parse(canonical) as RecordedEvent
  return { event: { ...event, texts }, erased: digests !== null && texts === null }
}

/** What is to be told of an event in a certificate: its own facts, then the words that were written. */
export function factsOf({ event }: Said): readonly Fact[] {
  const words = Object.entries(event.texts ?? {}).map(
    ([field, text]) => [textLabel(field), text] as const,
  )
  return [...codedFacts(event), ...words]
}

function textLabel(field: string): string {
  const step = /^steps\/(\d+)\/text$/.exec(field)?.[1]
  return step === undefined ? (TEXT_LABELS[field] ?? '文字') : `第${Number(step) + 1}步`
}

function codedFacts(event: RecordedEvent): readonly Fact[] {
  switch (event.type) {
    case 'responded': {
      const { round, completed_on, fix_plan, evidence } = event.data
      return [
        ['整改结果', RESULT_LABELS[round.result]],
        ...(completed_on ? [['完成日期', day(completed_on)] as const] : []),
        ...(fix_plan ? [['方案期限', day(fix_plan.fixed_by)] as const] : []),
        ['佐证材料', `${evidence.length} 份`],
      ]
    }
    case 'plan_accepted':
      return [['整改期限', day(event.data.due.date)]]
    case 'retest_recorded':
      return [['复查结果', RETEST_RESULT_LABELS[event.data.result]]]
    case 'report_registered': {
      const { on, report_number } = event.data
      return [['盖章反馈', `${day(on)}${report_number ? `　${report_number}` : ''}`]]
    }
    case 'request_decided': {
      const { kind, verdict } = event.data
      return [['审批', `${REQUEST_KIND_LABELS[kind]}：${VERDICT_LABELS[verdict]}`]]
    }
    case 'withdrawn':
      return [['撤销原因', WITHDRAWN_REASON_LABELS[event.data.reason_code]]]
    default:
      return []
  }
}
