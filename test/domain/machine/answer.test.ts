import t from 'tap'
import {
  issuedLife,
  type Life,
  type LifeOptions,
  lifeIn,
  newest,
  types,
} from '../../helpers/domain/life.js'
import {
  colleague,
  handler,
  leader,
  reporter,
  signatory,
  signedBy,
} from '../../helpers/domain/people.js'
import { day, local } from '../../helpers/domain/world.js'

// Served on Monday 2026-03-02 at 10:00, due at the end of Monday 2026-03-16.
const DUE = '2026-03-17 00:00'

t.test('one millisecond before the due is in time, at the due it is late', async (t) => {
  const inTime = lifeIn('rectifying').at('2026-03-16 23:59:59.999').does(reporter, 'respond')
  t.equal(inTime.finding.round?.working_days_late, 0)
  t.strictSame(types(inTime.news), ['reminded', 'reminded', 'reminded', 'responded'])

  const late = lifeIn('rectifying').at(DUE).does(reporter, 'respond')
  t.equal(late.finding.round?.working_days_late, 1)
  t.equal(newest(late, 'fell_due').effective_at, local(DUE))
  t.equal(late.finding.state, 'responded')
})

t.test('lateness counts working days, and what the clock took first stays', async (t) => {
  // Friday the 20th is the fourth working day after the due; +1 and +3 were climbed.
  const life = lifeIn('rectifying').at('2026-03-20 09:00').does(reporter, 'respond')
  t.equal(life.finding.round?.working_days_late, 4)
  t.strictSame(types(life.news).slice(-4), ['fell_due', 'climbed', 'climbed', 'responded'])
  t.match(life.finding, { rung: 2, highest_rung: 2 })
})

t.test('answering an unsigned finding signs for it too', async (t) => {
  const life = issuedLife().at('2026-03-03 09:00').does(reporter, 'respond')
  t.strictSame(types(life.news), ['acknowledged', 'responded'])
  t.match(life.finding, { received_at: local('2026-03-03 09:00'), receipt_deemed: false })
})

t.test('a sealed round keeps what it claims and who sent it', async (t) => {
  const life = lifeIn('rectifying').later(1000).does(reporter, 'respond', {}, signedBy(signatory))
  t.match(life.finding, {
    rounds: 1,
    round: {
      number: 1,
      result: 'fixed',
      submitted_by: ['reporter', 'signatory'],
      effective_at: local('2026-03-02 10:00:01'),
      claimed_due: { at: local(DUE) },
      review_begun: false,
    },
  })
  t.match(life.news.at(-1)?.actor, { person_id: 'reporter', signed_paper_id: /signatory/ })
  t.match(life.news.at(-1)?.texts, { cause: /.+/, measures: /.+/ })
})

t.test('where policy wants the signatory, word or signature will do', async (t) => {
  const strict = { policy: { respond_needs_signatory: true } }
  t.equal(lifeIn('rectifying', strict).refuses(reporter, 'respond'), 'ROLE_NOT_ALLOWED')
  t.equal(lifeIn('rectifying', strict).does(signatory, 'respond').finding.state, 'responded')
  const onPaper = lifeIn('rectifying', strict).does(reporter, 'respond', {}, signedBy(signatory))
  t.equal(onPaper.finding.state, 'responded')
})

t.test('a part may be sent, and is no more than a plan to accept', async (t) => {
  const part = lifeIn('rectifying').does(reporter, 'respond', { result: 'partly_fixed' })
  t.equal(part.refuses(handler, 'accept'), 'NOT_IN_THIS_STATE')
  t.equal(part.does(handler, 'return', { kind: 'formal' }).finding.state, 'returned')
})

t.test('the stamped report comes before closing, with the answer, or never', async (t) => {
  const withAnswer: LifeOptions = { policy: { stamped_report: 'with_answer' } }
  const report = { on: day('2026-03-02'), report_number: '函〔2026〕1号' }
  const bare = { report: undefined }
  const refused = lifeIn('rectifying', withAnswer).refuses(reporter, 'respond', bare)
  t.equal(refused, 'REPORT_REQUIRED /report')
  const sent = lifeIn('rectifying', withAnswer).does(reporter, 'respond', { report })
  t.strictSame(types(sent.news), ['report_registered', 'responded'])
  t.equal(sent.finding.reported, 'yes')
  const before = lifeIn('rectifying', withAnswer).does(signatory, 'register_report')
  t.equal(before.does(reporter, 'respond').finding.state, 'responded')
  const future = { on: day('2026-03-03'), report_number: '函' }
  const refusal = lifeIn('rectifying').refuses(reporter, 'respond', { report: future })
  t.equal(refusal, 'FUTURE_DATE /report/on')
})

t.test('a paper counts from the day it was received, and its handler as submitter', async (t) => {
  const life = lifeIn('rectifying').at('2026-03-24 10:00')
  life.does(handler, 'register_response', { received_on: day('2026-03-16') })
  t.match(life.finding.round, {
    working_days_late: 0,
    submitted_by: ['handler'],
    recallable_by: null,
    effective_at: local('2026-03-16 00:00'),
  })
  t.equal(life.refuses(handler, 'accept'), 'SAME_PERSON')
})

t.test('a paper in time voids the due and every rung dated since', async (t) => {
  const life = lifeIn('rectifying').at('2026-03-24 10:00').tick()
  t.match(life.finding, { rung: 3, highest_rung: 3 })
  life.does(handler, 'register_response', { received_on: day('2026-03-16') })
  t.match(life.finding, { rung: 0, highest_rung: 0 })
  const voided = life.situation.milestones.filter((row) => row.outcome === 'void')
  t.strictSame(
    voided.map(({ kind, step }) => [kind, step]),
    [
      ['fall_due', 0],
      ['climb', 1],
      ['climb', 2],
      ['climb', 3],
    ],
  )
})

t.test('a late paper voids only the rungs dated on or after its day', async (t) => {
  const life = lifeIn('rectifying').at('2026-03-24 10:00').tick()
  life.does(handler, 'register_response', { received_on: day('2026-03-19') })
  t.match(life.finding, { rung: 1, highest_rung: 1, round: { working_days_late: 3 } })
  const taken = life.situation.milestones.filter((row) => row.outcome === 'taken')
  t.ok(taken.some((row) => row.kind === 'fall_due'))
  t.strictSame(
    taken.filter((row) => row.kind === 'climb').map((row) => row.step),
    [1],
  )
})

t.test('a paper of the first late day voids its rungs, but not the due', async (t) => {
  const life = lifeIn('rectifying').at('2026-03-24 10:00').tick()
  life.does(handler, 'register_response', { received_on: day('2026-03-17') })
  t.match(life.finding, { rung: 0, round: { working_days_late: 1 } })
  const kinds = newest(life, 'responded').data.voided.map(({ kind }) => kind)
  t.strictSame(kinds, ['climb', 'climb', 'climb'])
})

t.test('after a voided rung the ladder of the next turn starts below it', async (t) => {
  const life = lifeIn('rectifying').at('2026-03-24 10:00')
  life.does(handler, 'register_response', { received_on: day('2026-03-19') })
  life.does(handler, 'return')
  t.match(life.finding, { rung: 1, rung_base: 1 })
})

t.test('voiding gives back the rung the turn started from, and the cycle its own', async (t) => {
  // Returned on the 18th with rung 1; due again on the 19th; rung 2 on the 23rd is voided.
  const life = lifeIn('rectifying').at('2026-03-18 10:00').does(reporter, 'respond')
  life.does(handler, 'return').at('2026-03-24 10:00').tick()
  t.match(life.finding, { rung: 2, highest_rung: 2 })
  life.does(handler, 'register_response', { received_on: day('2026-03-19') })
  t.match(life.finding, { rung: 1, highest_rung: 1 })

  life.does(colleague, 'accept').does(reporter, 'register_report').does(leader, 'close')
  life.does(leader, 'reopen').at('2026-04-20 10:00').tick()
  t.match(life.finding, { cycle: 2, rung: 3 })
  life.does(handler, 'register_response', { received_on: day('2026-04-02') })
  t.match(life.finding, { rung: 0, highest_rung: 0 }, 'the first cycle is history')
})

t.test('a rung climbed on the morning of the return was not that paper’s to void', async (t) => {
  // Rung 2 on Thursday the 19th at 07:30, returned at 10:00, the paper the same day.
  const life = lifeIn('rectifying').at('2026-03-19 09:00').does(reporter, 'respond')
  life.does(handler, 'return').at('2026-03-24 10:00').tick()
  life.does(handler, 'register_response', { received_on: day('2026-03-19') })
  t.match(life.finding, { rung: 2, highest_rung: 2 })
})

t.test('the office learns how long a registered paper has waited', async (t) => {
  // Received on Monday the 16th: nagged on the 4th working day after, the leader two later.
  const life = lifeIn('rectifying').at('2026-03-24 10:00')
  life.does(handler, 'register_response', { received_on: day('2026-03-16') })
  t.strictSame(types(life.news).slice(-3), ['responded', 'office_nagged', 'office_nagged'])
  t.strictSame(
    life.news.slice(-2).map((event) => event.effective_at),
    [local('2026-03-20 07:30'), local('2026-03-24 07:30')],
  )
})

t.test('a paper answer to an unsigned finding is its receipt', async (t) => {
  const life = issuedLife().at('2026-03-04 15:00')
  life.does(handler, 'register_response', { received_on: day('2026-03-03') })
  t.strictSame(types(life.news), ['acknowledged', 'responded'])
  t.match(life.finding, { received_at: local('2026-03-03 00:00'), state: 'responded' })
})

t.test('a paper says nothing of the days after it came', async (t) => {
  const life = lifeIn('rectifying').at('2026-03-24 10:00')
  const refuse = (fields: object) =>
    life.refuses(handler, 'register_response', { received_on: day('2026-03-16'), ...fields })
  const report = { on: day('2026-03-17'), report_number: '函' }
  t.equal(refuse({ completed_on: day('2026-03-17') }), 'FUTURE_DATE /completed_on')
  t.equal(refuse({ completed_on: day('2026-03-16'), report }), 'FUTURE_DATE /report/on')
  life.at('2026-03-17 00:00')
  t.equal(refuse({ completed_on: day('2026-03-17') }), 'FUTURE_DATE /completed_on', 'at midnight')
  life.does(handler, 'register_response', {
    received_on: day('2026-03-16'),
    completed_on: day('2026-03-16'),
    report: { ...report, on: day('2026-03-16') },
  })
  t.strictSame(
    life.news.filter(({ actor }) => actor.role !== 'system').map((event) => event.effective_at),
    [local('2026-03-16 00:00'), local('2026-03-16 00:00')],
  )
})

t.test('a paper cannot answer what was asked after it came', async (t) => {
  const returned = lifeIn('rectifying').at('2026-03-18 22:00').does(reporter, 'respond')
  returned.does(handler, 'return').at('2026-03-26 10:00')
  const refuse = (life: Life, received_on: string) =>
    life.refuses(handler, 'register_response', { received_on: day(received_on) })
  t.equal(refuse(returned, '2026-03-17'), 'DUE_NOT_ALLOWED /received_on')
  returned.does(handler, 'register_response', { received_on: day('2026-03-18') })
  t.equal(returned.finding.round?.effective_at, local('2026-03-18 22:00'), 'not before the return')

  const reopened = lifeIn('closed').at('2026-03-10 10:00').does(leader, 'reopen')
  t.equal(refuse(reopened, '2026-03-09'), 'DUE_NOT_ALLOWED /received_on')
  reopened.does(handler, 'register_response', { received_on: day('2026-03-10') })
  t.equal(reopened.finding.round?.effective_at, local('2026-03-10 10:00'))
})

t.test('a recalled answer leaves the turn as old as it was: a paper may be older', async (t) => {
  const life = lifeIn('rectifying').at('2026-03-10 10:00').does(reporter, 'respond')
  life.at('2026-03-20 10:00').does(reporter, 'recall')
  life.does(handler, 'register_response', { received_on: day('2026-03-12') })
  t.match(life.finding.round, { working_days_late: 0, effective_at: local('2026-03-12 00:00') })
})

t.test('a paper of the day of service is not older than the service', async (t) => {
  const life = issuedLife().at('2026-03-02 15:00').does(handler, 'register_response')
  t.equal(life.finding.round?.effective_at, local('2026-03-02 10:00'))
  const refuse = (received_on: string) =>
    issuedLife().refuses(handler, 'register_response', { received_on: day(received_on) })
  t.equal(refuse('2026-03-01'), 'DUE_NOT_ALLOWED /received_on')
  t.equal(refuse('2026-03-03'), 'FUTURE_DATE /received_on')
})
