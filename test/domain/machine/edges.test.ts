import t from 'tap'
import { takeDue } from '../../../src/domain/clock/advance.js'
import type { LocalDate } from '../../../src/domain/instant.js'
import { allowedActions } from '../../../src/domain/machine/allowed-actions.js'
import { MACHINE } from '../../../src/domain/machine/table.js'
import { PERSON_COMMANDS } from '../../../src/domain/vocabulary.js'
import { issueFields, SITE } from '../../helpers/domain/fields.js'
import { draftLife, issuedLife, lifeIn, newest, types } from '../../helpers/domain/life.js'
import {
  colleague,
  handler,
  inspector,
  leader,
  person,
  reporter,
  reviewer,
  signedBy,
} from '../../helpers/domain/people.js'
import { day, local } from '../../helpers/domain/world.js'

t.test(
  'an inner due may be today or the finding’s own due, and no day before or after',
  async (t) => {
    const life = () => lifeIn('rectifying')
    for (const inner_due of [day('2026-03-02'), day('2026-03-16')]) {
      const done = life().does(reporter, 'delegate', { inner_due })
      t.equal(newest(done, 'delegated').data.inner_due, inner_due)
    }
    for (const inner_due of [day('2026-03-01'), day('2026-03-17')]) {
      t.equal(life().refuses(reporter, 'delegate', { inner_due }), 'DUE_NOT_ALLOWED /inner_due')
    }
  },
)

t.test('delegating names somebody of the unit', async (t) => {
  const nobody = { unit_id: undefined, person_id: undefined }
  t.equal(lifeIn('rectifying').refuses(reporter, 'delegate', nobody), 'FIELD_REQUIRED /unit_id')
  const foreign = { person_id: 'a stranger' }
  t.equal(lifeIn('rectifying').refuses(reporter, 'delegate', foreign), 'UNIT_REQUIRED /person_id')
})

t.test('whoever answered does not close by a paper that another enters', async (t) => {
  const both = person('both', 'unit.reporter', 'office.reviewer')
  const own = lifeIn('rectifying').does(both, 'respond').does(handler, 'accept')
  own.does(reporter, 'register_report')
  t.equal(own.refuses(colleague, 'close', {}, signedBy(both)), 'SAME_PERSON')
})

t.test('each word of a line is corrected for itself, trimmed', async (t) => {
  for (const field of ['category', 'problem', 'place'] as const) {
    const fields = { [field]: ' 新的说法 ' }
    const event = newest(lifeIn('rectifying').does(handler, 'correct', { fields }), 'corrected')
    t.strictSame(event.data, { fields: {}, texts: [field] })
    t.strictSame(event.texts, { reason: '笔误', [field]: '新的说法' })
    const blank = { fields: { [field]: ' ' } }
    const refused = lifeIn('rectifying').refuses(handler, 'correct', blank)
    t.equal(refused, 'NOTHING_TO_CHANGE /fields', `${field} blank`)
    const offline = lifeIn('rectifying', { line: { handling: 'offline' } })
    t.equal(offline.refuses(handler, 'correct', { fields }), `OFFLINE_ONLY /fields/${field}`)
  }
})

t.test('a leader turning a finding offline leaves no word behind', async (t) => {
  const fields = { handling: 'offline', problem: '保密事项' } as const
  const refused = lifeIn('rectifying').refuses(leader, 'correct', { fields, reason: undefined })
  t.equal(refused, 'OFFLINE_ONLY /fields/problem')
})

t.test('the indicator may be corrected to none', async (t) => {
  const line = { indicator_id: 'LC-01' }
  const fields = { indicator_id: 'none' }
  const life = lifeIn('rectifying', { line }).does(leader, 'correct', { fields })
  t.equal(life.finding.indicator_id, 'none')
})

t.test('what is wrong with a report is said where the report stands', async (t) => {
  const policy = { stamped_report: 'with_answer' } as const
  const send = (report: Partial<{ on: LocalDate; report_number: string; evidence: string[] }>) =>
    lifeIn('rectifying', { policy }).refuses(reporter, 'respond', {
      report: report as { on: LocalDate },
    })
  const on = day('2026-03-02')
  t.equal(send({ report_number: '函' }), 'FIELD_REQUIRED /report/on')
  t.equal(send({ on: day('2026-03-03'), report_number: '函' }), 'FUTURE_DATE /report/on')
  t.equal(send({ on }), 'FIELD_REQUIRED /report/report_number')
  t.match(send({ on, evidence: ['nobody’s'] }), '/report/evidence')
})

t.test('closing without an answer counts a re-test of the very instant of service', async (t) => {
  const observed_at = issuedLife().now
  const life = issuedLife().at('2026-03-18 10:00').does(inspector, 'record_retest', { observed_at })
  t.equal(life.does(reviewer, 'close_unreported').finding.state, 'closed')
})

t.test('a re-test of the very instant of the answer is one of its round', async (t) => {
  const life = lifeIn('responded')
  const event = newest(life.does(inspector, 'record_retest'), 'retest_recorded')
  t.equal(event.data.observed_at, life.finding.round?.effective_at)
  t.equal(event.data.round, 1)
})

t.test('a formal return and a substantive one both list every point', async (t) => {
  const points = [
    { claim: '已更新', comment: '仍为旧内容' },
    { claim: '已核对', comment: '' },
  ]
  for (const kind of ['formal', 'substantive'] as const) {
    const life = lifeIn('responded').does(handler, 'return', { kind, points })
    t.strictSame(newest(life, 'returned').texts, {
      'points/0/claim': '已更新',
      'points/0/comment': '仍为旧内容',
      'points/1/claim': '已核对',
    })
  }
  for (const missing of [{ kind: undefined }, { reasons: [] }, { points: [] }]) {
    const field = Object.keys(missing)[0]
    t.equal(lifeIn('responded').refuses(handler, 'return', missing), `FIELD_REQUIRED /${field}`)
  }
})

t.test('every command is listed once, either with its needs or with why not', async (t) => {
  const { situation } = lifeIn('responded')
  const listed = allowedActions({ ...situation, actor: colleague })
  t.strictSame(
    listed.map(({ command }) => command),
    PERSON_COMMANDS,
  )
  for (const action of listed) {
    if (!action.allowed) t.match(action, { allowed: false, code: /^[A-Z_]+$/ })
    else t.strictSame(action.needs, MACHINE[action.command].needs(situation))
  }
})

t.test('progress may be complete, not more than that', async (t) => {
  const all = lifeIn('rectifying').does(reporter, 'report_progress', { done: 3, total: 3 })
  t.strictSame(newest(all, 'progress_reported').data.progress, { done: 3, total: 3 })
  const more = lifeIn('rectifying').refuses(reporter, 'report_progress', { done: 4, total: 3 })
  t.equal(more, 'FIELD_REQUIRED /total')
})

t.test('a line without a unit is not issued, nor one due at the very instant', async (t) => {
  const { situation } = draftLife()
  const fields = issueFields(situation)
  const line = { ...fields.line, unit_id: '' }
  t.equal(draftLife().refuses(leader, 'issue', { line }), 'UNIT_REQUIRED /unit_id')
  const due = { ...fields.due, at: situation.now }
  t.equal(draftLife().refuses(leader, 'issue', { due }), 'DUE_NOT_ALLOWED /deadline')
})

t.test('a draft’s record begins with its whole line, and only once', async (t) => {
  const life = draftLife({ line: { asset_id: SITE } }).does(handler, 'correct')
  t.strictSame(types(life.news), ['drafted', 'corrected'])
  t.equal(newest(life, 'drafted').data.line.asset_id, SITE)
  t.strictSame(types(life.does(handler, 'correct').news), ['corrected'])
})

t.test('a paper that came earlier knows nothing of the days after it', async (t) => {
  const life = () => lifeIn('rectifying').at('2026-03-05 10:00')
  const received_on = day('2026-03-04')
  const on = (completed_on: LocalDate) => ({ received_on, completed_on })
  const after = on(day('2026-03-05'))
  t.equal(life().refuses(handler, 'register_response', after), 'FUTURE_DATE /completed_on')
  const done = life().does(handler, 'register_response', on(day('2026-03-04')))
  t.equal(newest(done, 'responded').data.received_on, '2026-03-04')
})

t.test('who answers is named once', async (t) => {
  t.strictSame(lifeIn('responded').finding.round?.submitted_by, ['reporter'])
})

t.test('a refusal points at the field it is about', async (t) => {
  const foreign = { unit_id: 'a stranger', person_id: undefined }
  t.equal(lifeIn('rectifying').refuses(reporter, 'delegate', foreign), 'UNIT_REQUIRED /unit_id')
  const inside = { audience: 'office' } as const
  t.equal(lifeIn('rectifying').refuses(reporter, 'comment', inside), 'ROLE_NOT_ALLOWED /audience')
  const both = person('both', 'unit.reporter', 'office.handler')
  t.match(newest(lifeIn('rectifying').does(both, 'comment', inside), 'commented').data, inside)
})

t.test('words are recorded trimmed, and none where none were given', async (t) => {
  const said = lifeIn('rectifying').does(reporter, 'comment', { text: ' 已联系 ' })
  t.strictSame(newest(said, 'commented').texts, { text: '已联系' })
  const silent = lifeIn('rectifying').does(reporter, 'delegate', { note: undefined })
  t.equal(newest(silent, 'delegated').texts, null)
  const report = { report_number: ' 政办函〔2026〕3号 ' }
  const stamped = lifeIn('rectifying').does(reporter, 'register_report', report)
  t.equal(newest(stamped, 'report_registered').data.report_number, '政办函〔2026〕3号')
})

t.test('a return records why, as it was given', async (t) => {
  const reasons = ['evidence_missing', 'perfunctory'] as const
  const back = lifeIn('responded').does(handler, 'return', { reasons })
  t.strictSame(newest(back, 'returned').data.reasons, reasons)
})

t.test('a take-down of an offline finding needs no evidence', async (t) => {
  const needs = (handling: 'normal' | 'offline') => {
    const { situation } = lifeIn('rectifying', { line: { handling, urgent: true } })
    return MACHINE.report_takedown.needs(situation)
  }
  t.strictSame(needs('normal'), ['taken_down_at', 'evidence'])
  t.strictSame(needs('offline'), ['taken_down_at'])
})

t.test(
  'of one instant receipt comes before the due, whatever order the rows are read in',
  async (t) => {
    const own = { date: day('2026-03-04'), time: null }
    const { situation } = issuedLife({ own }).at('2026-03-05 00:00')
    for (const milestones of [situation.milestones, situation.milestones.toReversed()]) {
      const { events } = takeDue({ ...situation, milestones })
      t.strictSame(
        events.map(({ type }) => type).filter((type) => type !== 'reminded'),
        ['receipt_unproven', 'fell_due'],
      )
    }
  },
)

t.test('a paper of today knows nothing of the hours to come', async (t) => {
  const today = day('2026-03-02')
  const fields = {
    ...{ received_on: today, completed_on: today },
    taken_down_at: local('2026-03-02 11:00'),
  }
  const urgent = lifeIn('rectifying', { line: { urgent: true } })
  t.equal(urgent.refuses(handler, 'register_response', fields), 'FUTURE_DATE /taken_down_at')
})

t.test('a blank note is none, and a draft is begun once', async (t) => {
  const blank = lifeIn('rectifying').does(reporter, 'delegate', { note: ' ' })
  t.equal(newest(blank, 'delegated').texts, null)
  const twice = draftLife()
    .does(handler, 'correct')
    .does(handler, 'correct', { fields: { place: '首页' } })
  t.equal(twice.events.filter(({ type }) => type === 'drafted').length, 1)
})
