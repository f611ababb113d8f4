import t from 'tap'
import { isOverdue } from '../../../src/domain/overdue.js'
import { type Life, lifeIn, live, newest, types } from '../../helpers/domain/life.js'
import {
  handler,
  leader,
  person,
  reporter,
  reviewer,
  signatory,
  signedBy,
} from '../../helpers/domain/people.js'
import { day, local } from '../../helpers/domain/world.js'

const to = (date: string) => ({ new_date: day(date) })
const asked = (date = '2026-03-23', wall = '2026-03-09 10:00') =>
  lifeIn('rectifying').at(wall).does(signatory, 'request_extension', to(date))
const grant = { verdict: 'granted' } as const
const refuse = { verdict: 'refused' } as const
const outcomes = ({ situation }: Life, kind: string) =>
  situation.milestones.filter((row) => row.kind === kind).map(({ outcome }) => outcome)
const fallen = (life: Life) => newest(life, 'fell_due').effective_at

t.test('what falls from the due on is held while it waits, and it is not overdue', async (t) => {
  const life = asked()
  t.match(life.finding, {
    extension: { asked_at: local('2026-03-09 10:00'), number: 1, proposal: null },
    due: { date: '2026-03-16' },
  })
  t.strictSame(life.finding.extension?.asked_by, ['signatory'], 'and nobody else')
  t.strictSame([live(life, 'fall_due'), live(life, 'climb')], [[], []])
  t.strictSame(outcomes(life, 'climb'), ['held', 'held', 'held', 'held', 'held'])
  t.equal(live(life, 'remind').length, 3, 'reminders before the due go on')
  life.at('2026-03-27 10:00').tick()
  t.notOk(isOverdue(life.finding, life.now), 'eleven days after the due')
  t.notOk(types(life.events).includes('fell_due'))
  t.equal(life.finding.rung, 0)
})

t.test('granted, the due is exactly the date asked for, with a fresh ladder', async (t) => {
  const life = asked().at('2026-03-19 10:00')
  const { plan, revision, original_due } = life.finding
  life.does(reviewer, 'decide_request', grant)
  t.match(life.finding, {
    ...{ extension: null, extensions: 1, extension_days: 7, revision: revision + 1 },
    ...{ plan: plan + 1, rung: 0, rung_base: 0, late_from: null, original_due },
    due: { at: local('2026-03-24 00:00'), date: '2026-03-23' },
  })
  t.equal(life.finding.due?.basis.rule, 'extension_granted')
  life.at('2026-03-24 10:00').tick()
  t.equal(fallen(life), local('2026-03-24 00:00'), 'never overdue in between')
})

t.test('granted after a return, lateness no longer runs from before', async (t) => {
  const life = lifeIn('rectifying').does(reporter, 'respond').does(handler, 'return')
  t.equal(life.finding.late_from?.date, '2026-03-16')
  life
    .does(signatory, 'request_extension', to('2026-03-23'))
    .does(reviewer, 'decide_request', grant)
  t.match(life.finding, { late_from: null, due: { date: '2026-03-23' }, state: 'returned' })
})

t.test('refused, the true due stands where the next working day is earlier', async (t) => {
  const life = asked().at('2026-03-10 10:00').does(reviewer, 'decide_request', refuse)
  t.match(newest(life, 'request_decided').data, { verdict: 'refused', moved: null })
  t.match(life.finding, { extension: null, extensions: 1, extension_days: 0 })
  t.equal(live(life, 'fall_due').length, 1, 'what was held is let go')
  t.equal(live(life, 'climb').length, 5)
  life.at('2026-03-17 08:00').tick()
  t.equal(fallen(life), local('2026-03-17 00:00'))
})

t.test('refused the day before, the next working day’s end is the due there is', async (t) => {
  const life = asked('2026-03-23', '2026-03-13 09:00').at('2026-03-13 16:00')
  const { due } = life.finding
  life.does(reviewer, 'decide_request', refuse)
  t.equal(newest(life, 'request_decided').data.moved, null)
  t.equal(life.finding.due, due)
})

t.test('refused late, the next working day is left, and the ladder counts from it', async (t) => {
  const life = asked().at('2026-03-20 16:00').does(reviewer, 'decide_request', refuse)
  t.match(life.finding.due, {
    ...{ at: local('2026-03-24 00:00'), date: '2026-03-23' },
    basis: { rule: 'extension_refused', from: '2026-03-20', working_days: 1 },
  })
  t.equal(live(life, 'climb')[0]?.at, local('2026-03-24 07:30'))
  life.at('2026-03-24 08:00').tick()
  t.equal(fallen(life), local('2026-03-24 00:00'))
  t.equal(life.finding.rung, 1)
})

t.test('a refusal does not begin the ladder afresh: what was climbed stays climbed', async (t) => {
  const late = lifeIn('rectifying').at('2026-03-19 10:00').does(reporter, 'respond')
  const life = late.at('2026-03-19 11:00').does(handler, 'return')
  t.match(life.finding, { rung: 2, rung_base: 2, state: 'returned' })
  t.match(life.finding.due, { date: '2026-03-20' })
  life.does(signatory, 'request_extension', to('2026-03-31')).at('2026-03-24 10:00')
  life.does(reviewer, 'decide_request', refuse)
  t.match(life.finding, { rung: 2, rung_base: 2, due: { date: '2026-03-25' } })
  const { moved } = newest(life, 'request_decided').data
  t.equal(moved?.late_from?.date, '2026-03-16', 'lateness runs on from where it ran')
  t.strictSame(
    live(life, 'climb').map(({ step, at }) => [step, at]),
    [
      [3, local('2026-03-27 07:30')],
      [4, local('2026-04-03 07:30')],
      [5, local('2026-04-13 07:30')],
    ],
  )
})

t.test(
  'withdrawn, it is as if never asked: the due and its rungs are taken at their instants',
  async (t) => {
    const life = asked().at('2026-03-19 10:00').does(signatory, 'withdraw_request')
    t.match(life.finding, { extension: null, extensions: 0, rung: 2, due: { date: '2026-03-16' } })
    t.equal(fallen(life), local('2026-03-17 00:00'))
    const never = lifeIn('rectifying').at('2026-03-19 10:00').tick()
    t.equal(life.finding.rung, never.finding.rung)
    t.equal(life.refuses(signatory, 'request_extension', to('2026-03-31')), 'TOO_LATE_TO_ASK')
  },
)

t.test('refused because the due has overtaken it, it is not counted', async (t) => {
  for (const date of ['2026-03-18', '2026-03-20']) {
    const life = asked('2026-03-18').does(leader, 'reschedule', { due_date: day(date) })
    life.does(reviewer, 'decide_request', refuse)
    t.match(life.finding, { extensions: 0, due: { date } })
  }
})

t.test('the date is later than the due that signing leaves', async (t) => {
  const deadline = {
    kind: 'working_days',
    working_days: 5,
    counts_from: 'receipt',
    words: '',
  } as const
  const life = lifeIn('notified', { deadline }).at('2026-03-02 11:00')
  t.equal(life.finding.due?.date, '2026-03-11')
  t.equal(
    life.refuses(signatory, 'request_extension', to('2026-03-09')),
    'DUE_NOT_ALLOWED /new_date',
  )
  life.does(signatory, 'request_extension', to('2026-03-10'))
  t.match(life.finding, { due: { date: '2026-03-09' }, extension: { due: { date: '2026-03-10' } } })
})

t.test('it is asked by the last working day before the due’s, by the signatory', async (t) => {
  const last = '2026-03-13 23:59:59.999'
  t.equal(asked('2026-03-23', last).finding.extension?.due.date, '2026-03-23')
  const late = lifeIn('rectifying').at('2026-03-14 00:00')
  t.equal(late.refuses(signatory, 'request_extension'), 'TOO_LATE_TO_ASK')
  const second = lifeIn('rectifying').at('2026-03-17 00:00:01')
  t.equal(second.refuses(signatory, 'request_extension'), 'TOO_LATE_TO_ASK', 'a second after')
  const { finding } = second
  t.match(finding, { extension: null, due: { date: '2026-03-16' }, state: 'rectifying' })
  t.equal(lifeIn('rectifying').refuses(reporter, 'request_extension'), 'ROLE_NOT_ALLOWED')
  const signed = lifeIn('rectifying').does(reporter, 'request_extension', {}, signedBy(signatory))
  t.strictSame(signed.finding.extension?.asked_by, ['reporter', 'signatory'])
})

t.test('whoever asks before signing has received the notice', async (t) => {
  const life = lifeIn('notified').at('2026-03-03 10:00').does(signatory, 'request_extension')
  t.strictSame(types(life.news), ['acknowledged', 'extension_requested'])
  t.match(life.finding, { state: 'rectifying', received_at: local('2026-03-03 10:00') })
})

t.test('a day the unit cannot be held to, or no later than the due, is refused', async (t) => {
  const life = lifeIn('rectifying')
  for (const [date, why] of [
    ['2026-03-16', 'the due it has'],
    ['2026-03-13', 'earlier than the due'],
    ['2026-03-21', 'a Saturday'],
    ['2026-10-01', 'a holiday'],
    ['2027-01-04', 'of a year not arranged'],
  ] as const) {
    t.equal(
      life.refuses(signatory, 'request_extension', to(date)),
      'DUE_NOT_ALLOWED /new_date',
      why,
    )
  }
  t.equal(life.finding.extension, null)
  for (const field of ['reason_code', 'new_date', 'progress'] as const) {
    const without = { [field]: undefined }
    t.equal(life.refuses(signatory, 'request_extension', without), `FIELD_REQUIRED /${field}`)
  }
})

t.test('a take-down is not delayed, its written report may be', async (t) => {
  const urgent = { line: { urgent: true, indicator_id: 'WV-1.1' } }
  t.equal(lifeIn('rectifying', urgent).refuses(signatory, 'request_extension'), 'DUE_NOT_ALLOWED')
  const life = lifeIn('rectifying', urgent).does(reporter, 'report_takedown')
  life.does(signatory, 'request_extension', to('2026-03-06'))
  t.equal(life.finding.extension?.due.date, '2026-03-06')
})

t.test('two by a reviewer, a third by the leader, and no fourth', async (t) => {
  const life = lifeIn('rectifying')
  for (const date of ['2026-03-18', '2026-03-20']) {
    life.does(signatory, 'request_extension', to(date)).does(reviewer, 'decide_request', grant)
  }
  life.does(signatory, 'request_extension', to('2026-03-24'))
  t.equal(life.refuses(reviewer, 'decide_request', grant), 'LEADER_REQUIRED')
  life.does(reviewer, 'propose_decision', grant).does(leader, 'decide_request', grant)
  t.match(life.finding, { extensions: 3, extension_days: 8, due: { date: '2026-03-24' } })
  t.equal(life.refuses(signatory, 'request_extension'), 'LIMIT_REACHED')
})

t.test('thirty calendar days in all are a reviewer’s, one more the leader’s', async (t) => {
  // The due is 2026-03-16: thirty days on is Wednesday 2026-04-15.
  const life = lifeIn('rectifying')
  life
    .does(signatory, 'request_extension', to('2026-04-15'))
    .does(reviewer, 'decide_request', grant)
  t.equal(life.finding.extension_days, 30)
  life.does(signatory, 'request_extension', to('2026-04-16'))
  t.equal(life.refuses(reviewer, 'decide_request', grant), 'LEADER_REQUIRED')
  const second = person('second leader', 'office.leader')
  life.does(second, 'decide_request', grant)
  t.equal(life.finding.extension_days, 31)
})

t.test('a date that has passed, or that would shorten the time, can only be refused', async (t) => {
  const passed = asked('2026-03-18').at('2026-03-19 00:00')
  t.equal(passed.refuses(reviewer, 'decide_request', grant), 'DUE_NOT_ALLOWED /verdict')
  passed.does(reviewer, 'decide_request', refuse)
  t.equal(passed.finding.due?.date, '2026-03-20')
  const moved = asked('2026-03-18').does(leader, 'reschedule', { due_date: day('2026-03-18') })
  t.equal(moved.refuses(reviewer, 'decide_request', grant), 'DUE_NOT_ALLOWED /verdict')
})

t.test('closing, withdrawing and reopening leave nothing that waits', async (t) => {
  const answered = asked().does(reporter, 'respond').does(reporter, 'register_report')
  const closed = answered.does(handler, 'accept').does(reviewer, 'close')
  t.match(closed.finding, { state: 'closed', extension: null, extensions: 0 })
  t.match(asked().does(reviewer, 'withdraw').finding, { state: 'withdrawn', extension: null })
  const counted = asked().does(reviewer, 'decide_request', grant).does(reporter, 'respond')
  counted.does(reporter, 'register_report').does(handler, 'accept').does(reviewer, 'close')
  t.equal(counted.finding.extensions, 1)
  t.match(counted.does(reviewer, 'reopen').finding, { extensions: 0, extension_days: 0 })
})
