import type { PersonCommandName } from '../../src/domain/vocabulary.js'
import { MONDAY } from './notice.js'

export type Who = 'reporter' | 'signatory' | 'handler' | 'reviewer' | 'leader' | 'neighbour'
export type Step = readonly [who: Who, command: PersonCommandName, body?: object]

/**
 * Each command where it may be sent, after what has to come before, of findings issued on that Monday. Taking down
 * is of urgent ones, and closing without an answer of those whose due is over.
 */
export function livesOf({
  evidence,
  colleague,
  other,
}: {
  /** Hashes of files the finding's unit has uploaded. */
  evidence: readonly string[]
  /** Somebody else of the unit. */
  colleague: string
  /** Another unit of the office, that of the neighbour. */
  other: string
}): Readonly<Record<PersonCommandName, readonly Step[]>> {
  const answer = {
    result: 'fixed',
    cause: '无人维护',
    measures: '已更新',
    completed_on: '2022-09-05',
    evidence,
    report: { on: '2022-09-05', report_number: '1号' },
  }
  const { report: _, ...unreported } = answer
  const answered: Step = ['reporter', 'respond', answer]
  const accepted: Step = ['handler', 'accept', { conclusion: '属实', retest_reason: '现场核实' }]
  const closed: Step = ['reviewer', 'close', { conclusion: '同意' }]
  const retest = { result: 'pass', observed_at: MONDAY, seen: '已更新' }
  const asked = { new_date: '2022-09-30', reason_code: 'system_upgrade', progress: '正在改造' }
  const extension: Step = ['signatory', 'request_extension', asked]
  const dispute: Step = ['signatory', 'dispute', { grounds: '当日已更新', evidence }]
  const transfer: Step = [
    'signatory',
    'request_transfer',
    { unit_id: other, grounds: '由其主管', evidence },
  ]
  const proof = { on: '2022-09-05', whom: '市供电公司', evidence }
  const plan = { fixed_by: '2022-10-20', steps: [{ on: '2022-09-20', text: '完成改造' }] }
  const points = [{ claim: '已更新', comment: '未见更新' }]
  return {
    acknowledge: [['reporter', 'acknowledge']],
    delegate: [['reporter', 'delegate', { person_id: colleague }]],
    name_supporting: [['reviewer', 'name_supporting', { unit_ids: [other] }]],
    contribute: [
      ['reviewer', 'name_supporting', { unit_ids: [other] }],
      ['neighbour', 'contribute', { text: '已提供数据', done: true }],
    ],
    report_takedown: [['reporter', 'report_takedown', { taken_down_at: MONDAY, evidence }]],
    report_progress: [['reporter', 'report_progress', { note: '已联系', done: 1, total: 2 }]],
    respond: [answered],
    register_response: [
      [
        'handler',
        'register_response',
        {
          ...{ ...unreported, result: 'beyond_unit', fix_plan: plan, received_on: '2022-09-05' },
          asked: proof,
        },
      ],
    ],
    recall: [answered, ['reporter', 'recall', { reason: '材料有误' }]],
    begin_review: [answered, ['handler', 'begin_review']],
    accept: [answered, accepted],
    accept_plan: [
      ['reporter', 'respond', { ...answer, result: 'beyond_unit', fix_plan: plan, asked: proof }],
      ['reviewer', 'accept_plan', { ...plan, conclusion: '同意' }],
    ],
    return: [
      answered,
      ['handler', 'return', { kind: 'substantive', reasons: ['not_fixed'], points }],
    ],
    close: [answered, accepted, closed],
    close_unreported: [
      ['handler', 'record_retest', retest],
      ['reviewer', 'close_unreported', { conclusion: '已整改' }],
    ],
    reopen: [answered, accepted, closed, ['reviewer', 'reopen', { reason: '反弹', evidence }]],
    withdraw: [['reviewer', 'withdraw', { reason_code: 'false_alarm', grounds: '误判' }]],
    correct: [['handler', 'correct', { fields: { category: '更新' }, reason: '笔误' }]],
    reassign: [['reviewer', 'reassign', { unit_id: other, reason: '由其主管' }]],
    reschedule: [['leader', 'reschedule', { due_date: '2022-10-20', reason: '系统改造' }]],
    request_extension: [extension],
    dispute: [dispute],
    request_transfer: [transfer],
    give_view: [transfer, ['neighbour', 'give_view', { agrees: true, reason: '属实' }]],
    withdraw_request: [extension, ['signatory', 'withdraw_request', { reason: '可按时完成' }]],
    propose_decision: [
      dispute,
      ['handler', 'propose_decision', { verdict: 'refused', reason: '经核实属实' }],
    ],
    decide_request: [
      extension,
      ['reviewer', 'decide_request', { verdict: 'granted', reason: '同意延期' }],
    ],
    record_retest: [['handler', 'record_retest', retest]],
    register_report: [['handler', 'register_report', { on: '2022-09-05', report_number: '1号' }]],
    exempt_report: [['reviewer', 'exempt_report', { reason: '口头反馈' }]],
    record_contact: [['handler', 'record_contact', { whom: '张三', at: MONDAY, words: '已提醒' }]],
    record_instruction: [
      ['handler', 'record_instruction', { leader: '王某', on: '2022-09-05', text: '抓紧整改' }],
    ],
    comment: [['handler', 'comment', { text: '请抓紧', audience: 'unit' }]],
    erase_words: [
      ['handler', 'comment', { text: '来信人赵某', audience: 'office' }],
      [
        'leader',
        'erase_words',
        { events: [2, 3], about: 'letter_writer', reason: '来信人要求', basis: '申请书' },
      ],
    ],
  }
}
