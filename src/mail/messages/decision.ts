import type { LocalDate } from '../../domain/instant.js'
import {
  RESULT_LABELS,
  RETURN_KIND_LABELS,
  RETURN_REASON_LABELS,
  WITHDRAWN_REASON_LABELS,
} from '../../domain/labels.js'
import { REQUEST_KIND_LABELS, VERDICT_LABELS } from '../../domain/request-labels.js'
import type {
  RequestKind,
  Result,
  ReturnKind,
  ReturnReason,
  Verdict,
  WithdrawnReason,
} from '../../domain/vocabulary.js'
import { type Block, heading, item, type Message, message } from '../blocks.js'
import type { FindingFacts } from './facts.js'
import { hiddenBlocks, hiddenSubject, split } from './hidden.js'
import { day, dueWords, problemWords, titleOf } from './words.js'

/**
 * What the office decided or wrote about one finding, as its unit is told. `finding.due` is the due
 * that now runs.
 */
export type DecisionInput = { finding: FindingFacts } & (
  | {
      kind: 'returned'
      return_kind: ReturnKind
      reasons: readonly ReturnReason[]
      points: readonly { claim: string; comment: string }[]
    }
  | { kind: 'accepted'; conclusion: string | null }
  | {
      kind: 'plan_accepted'
      conclusion: string | null
      steps: readonly { on: LocalDate; text: string }[]
    }
  | { kind: 'closed'; conclusion: string | null; unreported: boolean }
  | { kind: 'reopened'; reason: string }
  | { kind: 'view_wanted'; asker: string; grounds: string; until: LocalDate }
  | { kind: 'released'; reason: string }
  | { kind: 'rescheduled'; reason: string; moved: boolean }
  | { kind: 'request_decided'; request: RequestKind; verdict: Verdict; reason: string }
  | { kind: 'withdrawn'; reason_code: WithdrawnReason; grounds: string }
  | { kind: 'revoked'; reason: string }
  | {
      kind: 'corrected'
      changes: readonly { field: string; before: string; after: string }[]
      reason: string
    }
  | {
      kind: 'response_registered'
      received_on: LocalDate
      result: Result
      /** Nought when the paper came in time. */
      working_days_late: number
    }
  | { kind: 'request_registered'; request: RequestKind }
  | {
      kind: 'contributed'
      /** Whether it helps, or works on it as a unit below. */
      as: '协办单位' | '承办单位'
      by: string
      text: string
      done: boolean
    }
  | { kind: 'support_ended' }
  | { kind: 'unit_comment'; text: string }
)

type Kind = DecisionInput['kind']

/** What a subject calls them, in the order in which they are said. */
const SUBJECTS: Record<Kind, string> = {
  returned: '退回',
  view_wanted: '征求承接意见',
  reopened: '重新列入台账',
  rescheduled: '调整时限',
  request_decided: '申请审批结果',
  corrected: '更正',
  released: '解除责任',
  response_registered: '代录反馈',
  plan_accepted: '同意限期整改',
  accepted: '初核通过',
  closed: '销号',
  withdrawn: '撤销',
  revoked: '通报撤销',
  request_registered: '代录申请',
  contributed: '协办情况',
  support_ended: '解除协办',
  unit_comment: '沟通记录',
}
const KINDS = Object.keys(SUBJECTS)

/** The office's decisions on a unit's findings, those that ask for action first. */
export function decision(decisions: readonly DecisionInput[]): Message {
  const { shown, hidden } = split(decisions, (entry) => entry.finding)
  const ordered = shown.toSorted(
    (a, b) =>
      Number(b.finding.urgent) - Number(a.finding.urgent) ||
      KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind),
  )
  return message([...subjects(shown), ...hiddenSubject(hidden)].join('、'), [
    ...(shown.length > 0 ? [heading('处理决定')] : []),
    ...ordered.map(line),
    ...hiddenBlocks(hidden),
  ])
}

function subjects(shown: readonly DecisionInput[]): readonly string[] {
  const counts = Object.entries(SUBJECTS).map(([kind, name]) => {
    const count = shown.filter((entry) => entry.kind === kind).length
    return count === 0 ? null : `${name}${count}项`
  })
  return counts.filter((text) => text !== null)
}

function line(entry: DecisionInput): Block {
  const { finding } = entry
  return item(`${titleOf(finding)}：${verdict(entry)}`, [
    problemWords(finding),
    ...details(entry),
    finding.due && `时限：${dueWords(finding.due)}`,
  ])
}

function verdict(entry: DecisionInput): string {
  switch (entry.kind) {
    case 'returned':
      return RETURN_KIND_LABELS[entry.return_kind]
    case 'accepted':
      return '初核通过，待复核销号'
    case 'plan_accepted':
      return '同意限期整改'
    case 'closed':
      return entry.unreported ? '予以销号（已整改、未按要求反馈）' : '复核通过，予以销号'
    case 'reopened':
      return '重新列入台账'
    case 'view_wanted':
      return '拟调整由你单位承接，征求意见'
    case 'released':
      return '责任单位调整，不再由你单位整改'
    case 'rescheduled':
      return entry.moved ? '整改时限调整' : '整改时限确定（原为暂定）'
    case 'request_decided':
      return requestVerdict(entry.request, entry.verdict)
    case 'withdrawn':
      return '问题撤销，不再要求整改'
    case 'revoked':
      return '原通报已撤销，该问题维持销号'
    case 'corrected':
      return '问题内容更正'
    case 'response_registered':
      return '已代为登记纸质反馈'
    case 'request_registered':
      return `已按纸质件代为登记：${REQUEST_KIND_LABELS[entry.request]}`
    case 'contributed':
      if (!entry.done) return `${entry.as}提供情况`
      return entry.as === '协办单位' ? '协办单位已完成协办' : '承办单位已办理完毕'
    case 'support_ended':
      return '不再由你单位协办'
    case 'unit_comment':
      return '沟通记录'
  }
}

function requestVerdict(request: RequestKind, verdict: Verdict): string {
  if (request === 'extension') return `延期申请：${VERDICT_LABELS[verdict]}`
  if (request === 'transfer') {
    return verdict === 'granted' ? '责任单位调整，不再由你单位整改' : '不予调整责任单位，继续整改'
  }
  return verdict === 'granted' ? '异议成立，问题撤销，不再要求整改' : '异议不成立，继续整改'
}

function details(entry: DecisionInput): readonly (string | null)[] {
  switch (entry.kind) {
    case 'returned':
      return [
        `退回原因：${entry.reasons.map((reason) => RETURN_REASON_LABELS[reason]).join('、')}`,
        ...entry.points.map(
          ({ claim, comment }, i) => `${i + 1}. 反馈称：${claim}；审核意见：${comment}`,
        ),
      ]
    case 'plan_accepted':
      return [
        entry.conclusion && `结论：${entry.conclusion}`,
        ...entry.steps.map(({ on, text }, i) => `${i + 1}. ${day(on)}前：${text}`),
      ]
    case 'accepted':
    case 'closed':
      return [entry.conclusion && `结论：${entry.conclusion}`]
    case 'view_wanted':
      return [
        `申请单位：${entry.asker}；理由：${entry.grounds}`,
        `请于${day(entry.until)}前反馈是否承接；逾期未反馈的，由办公室研究确定`,
      ]
    case 'reopened':
    case 'released':
    case 'rescheduled':
    case 'request_decided':
    case 'revoked':
      return [`原因：${entry.reason}`]
    case 'withdrawn':
      return [`原因：${WITHDRAWN_REASON_LABELS[entry.reason_code]}。${entry.grounds}`]
    case 'corrected':
      return [
        ...entry.changes.map(
          ({ field, before, after }) => `${field}：由“${before}”更正为“${after}”`,
        ),
        `原因：${entry.reason}`,
      ]
    case 'response_registered':
      return [
        `收到日期：${day(entry.received_on)}；整改结果：${RESULT_LABELS[entry.result]}`,
        entry.working_days_late > 0 ? `逾期${entry.working_days_late}个工作日反馈` : '按时反馈',
      ]
    case 'contributed':
      return [`${entry.by}：${entry.text}`]
    case 'support_ended':
    case 'request_registered':
      return []
    case 'unit_comment':
      return [entry.text]
  }
}
