import t from 'tap'
import { MACHINE } from '../../../src/domain/machine/table.js'
import type { Actor } from '../../../src/domain/situation.js'
import type { CommandName, EventType, State } from '../../../src/domain/vocabulary.js'
import { COLLEAGUE, HELPER, OTHER, PHOTO, SCAN, SECTION } from '../../helpers/domain/fields.js'
import { issuedLife, type Life, lifeIn, newest } from '../../helpers/domain/life.js'
import {
  handler,
  helper,
  inspector,
  leader,
  neighbour,
  reporter,
  reviewer,
  signatory,
} from '../../helpers/domain/people.js'
import { local } from '../../helpers/domain/world.js'

interface Recorded {
  command: CommandName
  /** A life goes on in place, so every question begins its own. */
  from: State | (() => Life)
  by: Actor
  event: EventType
  /** What a person must fill in, as the answer to `allowed_actions` says. */
  needs: readonly string[]
  /** Required texts: each refused when blank, by its field. */
  texts: Readonly<Record<string, string>>
  /** Texts that may be left out. */
  optional?: Readonly<Record<string, string>>
  data: object
}

/** Overdue, and seen to be fixed: what is closed without an answer. */
const fixedUnreported = () =>
  issuedLife().at('2026-03-18 10:00').does(inspector, 'record_retest').later(60_000)
const urgent = () => lifeIn('rectifying', { line: { urgent: true } })
const disputed = () => lifeIn('rectifying').does(signatory, 'dispute')
const supported = () => lifeIn('rectifying').does(reviewer, 'name_supporting')
const transferring = () => lifeIn('rectifying').does(signatory, 'request_transfer')
const toClose = () => lifeIn('verified').does(reporter, 'register_report')

const TABLE: readonly Recorded[] = [
  {
    ...{ command: 'delegate', from: 'rectifying', by: reporter, event: 'delegated' },
    ...{ needs: ['unit_id'], texts: {}, optional: { note: '请今日办结' } },
    data: { unit_id: SECTION, person_id: null, inner_due: null },
  },
  {
    ...{ command: 'report_takedown', from: urgent, by: reporter, event: 'takedown_reported' },
    ...{ needs: ['taken_down_at', 'evidence'], texts: {} },
    data: { taken_down_at: local('2026-03-02 10:00'), evidence: [PHOTO] },
  },
  {
    ...{ command: 'report_progress', from: 'rectifying', by: reporter, event: 'progress_reported' },
    ...{ needs: ['note'], texts: { note: '正在整理' }, data: { progress: { done: 1, total: 3 } } },
  },
  {
    ...{ command: 'name_supporting', from: 'rectifying', by: reviewer, event: 'support_asked' },
    ...{ needs: ['unit_ids'], texts: {}, data: { unit_id: HELPER } },
  },
  {
    ...{ command: 'contribute', from: supported, by: helper, event: 'contributed' },
    ...{ needs: ['text'], texts: { text: '已提供数据' } },
    data: { unit_id: HELPER, done: true, evidence: [] },
  },
  {
    ...{ command: 'respond', from: 'rectifying', by: reporter, event: 'responded' },
    needs: ['result', 'completed_on', 'cause', 'measures', 'evidence'],
    texts: { cause: '栏目长期无人维护', measures: '已更新并指定专人' },
    data: { completed_on: '2026-03-02', evidence: [PHOTO], received_on: null, voided: [] },
  },
  {
    ...{ command: 'register_response', from: 'rectifying', by: handler, event: 'responded' },
    needs: ['received_on', 'result', 'completed_on', 'cause', 'measures', 'evidence'],
    texts: { cause: '栏目长期无人维护', measures: '已更新并指定专人' },
    data: { completed_on: '2026-03-02', evidence: [PHOTO], received_on: '2026-03-02', voided: [] },
  },
  {
    ...{ command: 'recall', from: 'responded', by: reporter, event: 'recalled' },
    ...{ needs: ['reason'], texts: { reason: '附件有误' }, data: { round: 1, to: 'rectifying' } },
  },
  {
    ...{ command: 'begin_review', from: 'responded', by: handler, event: 'review_begun' },
    ...{ needs: [], texts: {}, data: { round: 1 } },
  },
  {
    ...{ command: 'accept', from: 'responded', by: handler, event: 'accepted' },
    ...{ needs: ['conclusion', 'retest_reason'], texts: { conclusion: '已核实' } },
    ...{ optional: { retest_reason: '现场查看' } },
    data: { round: 1, by: 'handler', retest: 'reason' },
  },
  {
    ...{ command: 'close', from: toClose, by: leader, event: 'closed' },
    ...{ needs: ['conclusion'], texts: { conclusion: '同意销号' }, data: { round: 1 } },
  },
  {
    ...{ command: 'close_unreported', from: fixedUnreported, by: reviewer },
    ...{ event: 'closed_unreported', needs: ['conclusion'], data: {} },
    texts: { conclusion: '复查已整改' },
  },
  {
    ...{ command: 'reopen', from: 'closed', by: reviewer, event: 'reopened' },
    ...{ needs: ['reason', 'evidence'], texts: { reason: '问题复现' }, data: { evidence: [SCAN] } },
  },
  {
    ...{ command: 'withdraw', from: 'rectifying', by: reviewer, event: 'withdrawn' },
    ...{ needs: ['reason_code', 'grounds'], texts: { grounds: '误报' } },
    data: { reason_code: 'false_alarm', from: 'rectifying' },
  },
  {
    ...{ command: 'revoke', from: 'rectifying', by: leader, event: 'withdrawn' },
    ...{ needs: ['grounds'], texts: { grounds: '通报口径有误' } },
    data: { reason_code: 'notice_revoked', from: 'rectifying' },
  },
  {
    ...{ command: 'reassign', from: 'rectifying', by: reviewer, event: 'reassigned' },
    ...{ needs: ['unit_id', 'reason'], texts: { reason: '栏目由其主管' } },
    data: { unit_id: OTHER, service_date: '2026-03-02', due: { date: '2026-03-16' } },
  },
  {
    ...{ command: 'reschedule', from: 'rectifying', by: leader, event: 'rescheduled' },
    ...{ needs: ['due_date', 'reason'], texts: { reason: '系统改造' } },
    data: { due: { date: '2026-03-23', basis: { rule: 'rescheduled' } } },
  },
  {
    ...{ command: 'request_extension', from: 'rectifying', by: signatory },
    ...{ event: 'extension_requested', needs: ['reason_code', 'new_date', 'progress'] },
    texts: { progress: '正在改造' },
    data: {
      ...{ id: 'request 2', due: { date: '2026-03-23' }, asked_by: ['signatory'] },
      reason_code: 'system_upgrade',
    },
  },
  {
    ...{ command: 'dispute', from: 'rectifying', by: signatory, event: 'dispute_raised' },
    ...{ needs: ['grounds'], texts: { grounds: '栏目当日已更新' } },
    data: { id: 'request 2', pauses: true, evidence: [], asked_by: ['signatory'] },
  },
  {
    ...{ command: 'request_transfer', from: 'rectifying', by: signatory },
    ...{ event: 'transfer_requested', needs: ['unit_id', 'grounds'] },
    texts: { grounds: '栏目由其主管' },
    data: {
      ...{ id: 'request 2', unit_id: OTHER, pauses: true, evidence: [] },
      asked_by: ['signatory'],
    },
  },
  {
    ...{ command: 'give_view', from: transferring, by: neighbour, event: 'view_given' },
    ...{ needs: ['agrees'], texts: {}, optional: { reason: '由本单位主管' } },
    data: { id: 'request 2', agrees: true, by: 'neighbour' },
  },
  {
    ...{ command: 'withdraw_request', from: disputed, by: signatory, event: 'request_withdrawn' },
    ...{ needs: [], texts: {}, optional: { reason: '已能按时完成' } },
    data: { id: 'request 2', kind: 'dispute', why: 'asked', moved: null },
  },
  {
    ...{ command: 'propose_decision', from: disputed, by: handler, event: 'decision_proposed' },
    ...{ needs: ['verdict', 'reason'], texts: { reason: '情况属实' } },
    data: { id: 'request 2', kind: 'dispute', verdict: 'granted', by: 'handler' },
  },
  {
    ...{ command: 'decide_request', from: disputed, by: reviewer, event: 'request_decided' },
    ...{ needs: ['verdict', 'reason'], texts: { reason: '同意' } },
    data: {
      id: 'request 2',
      kind: 'dispute',
      by: 'reviewer',
      moved: null,
      working_days_late: null,
    },
  },
  {
    ...{ command: 'record_retest', from: 'rectifying', by: inspector, event: 'retest_recorded' },
    ...{ needs: ['result', 'observed_at', 'seen'], texts: { seen: '页面正常' } },
    data: { result: 'pass', round: null },
  },
  {
    ...{ command: 'register_report', from: 'rectifying', by: reporter, event: 'report_registered' },
    ...{ needs: ['on', 'report_number'], texts: {} },
    data: { on: '2026-03-02', report_number: '函〔2026〕1号', evidence: [] },
  },
  {
    ...{ command: 'exempt_report', from: 'rectifying', by: reviewer, event: 'report_exempted' },
    ...{ needs: ['reason'], texts: { reason: '单位撤销' }, data: {} },
  },
  {
    ...{ command: 'record_contact', from: 'rectifying', by: handler, event: 'contact_recorded' },
    ...{ needs: ['whom', 'words'], texts: { whom: '张三', words: '已告知' }, data: {} },
  },
  {
    ...{ command: 'record_instruction', from: 'rectifying', by: handler },
    ...{ event: 'instruction_recorded', needs: ['on', 'leader', 'text'] },
    ...{ texts: { leader: '王某', text: '抓紧整改' }, data: { on: '2026-03-02' } },
  },
  {
    ...{ command: 'comment', from: 'rectifying', by: handler, event: 'commented' },
    ...{ needs: ['text', 'audience'], texts: { text: '请尽快' }, data: { audience: 'unit' } },
  },
  {
    ...{ command: 'erase_words', from: 'rectifying', by: leader, event: 'words_erased' },
    ...{ needs: ['events', 'about', 'reason', 'basis'] },
    texts: { reason: '来信人要求', basis: '申请书' },
    data: { events: [2], about: 'letter_writer' },
  },
]

const begin = ({ from }: Recorded): Life => (typeof from === 'string' ? lifeIn(from) : from())

for (const row of TABLE) {
  const { command, by, event, needs, texts, optional = {}, data } = row
  t.test(`${command} asks for what it needs and records what it was given`, async (t) => {
    t.strictSame(MACHINE[command].needs({ ...begin(row).situation, actor: by }), needs, 'needs')
    const done = newest(begin(row).does(by, command, { ...texts, ...optional }), event)
    t.match(done.data, data, 'data')
    const words = { ...texts, ...optional }
    t.strictSame(done.texts, Object.keys(words).length > 0 ? words : null, 'words, trimmed or null')
    const actor = {
      person_id: by.person_id,
      role: (by.target_roles ?? by.helping?.[0]?.roles ?? by.roles)[0],
      signed_paper_id: null,
    }
    t.strictSame(done.actor, actor, 'actor')
    for (const field of Object.keys(texts)) {
      t.equal(begin(row).refuses(by, command, { [field]: ' ' }), `FIELD_REQUIRED /${field}`)
    }
  })
}

t.test('a section and a colleague may both be named', async (t) => {
  const life = lifeIn('rectifying').does(reporter, 'delegate', { person_id: COLLEAGUE })
  t.match(newest(life, 'delegated').data, { unit_id: SECTION, person_id: COLLEAGUE })
})
