import t from 'tap'
import { isOverdue } from '../../../src/domain/overdue.js'
import { timeLedger } from '../../../src/domain/time-ledger.js'
import { PHOTO } from '../../helpers/domain/fields.js'
import { type Life, lifeIn, live, newest, types } from '../../helpers/domain/life.js'
import {
  handler,
  leader,
  person,
  reporter,
  reviewer,
  signatory,
} from '../../helpers/domain/people.js'
import { day, local } from '../../helpers/domain/world.js'

const raised = (wall = '2026-03-03 10:00') =>
  lifeIn('rectifying').at(wall).does(signatory, 'dispute')
const uphold = { verdict: 'granted' } as const
const refuse = { verdict: 'refused' } as const
const units = ({ situation }: Life) =>
  situation.milestones.filter(({ kind, outcome }) => outcome === null && kind !== 'nag_office')

t.test('the first of a tenure makes the clock stand still, all but the office’s', async (t) => {
  const life = raised()
  t.match(life.finding.dispute, { pauses: true, asked_at: local('2026-03-03 10:00') })
  t.strictSame(units(life), [])
  t.strictSame(
    live(life, 'nag_office').map(({ step, at }) => [step, at]),
    [
      [3, local('2026-03-06 07:30')],
      [4, local('2026-03-10 07:30')],
    ],
    'the handler after two working days, the leader two days later',
  )
  life.at('2026-03-20 10:00').tick()
  t.notOk(isOverdue(life.finding, life.now))
  t.strictSame(types(life.news), ['office_nagged', 'office_nagged'])
  t.match(newest(life, 'office_nagged').data, { waiting: 'dispute', step: 2 })
})

t.test('refused, the due moves by the working days that closed in the pause', async (t) => {
  const life = raised().at('2026-03-05 10:00').does(reviewer, 'decide_request', refuse)
  t.match(life.finding, {
    dispute: null,
    disputes: 1,
    state: 'rectifying',
    original_due: { date: '2026-03-16' },
  })
  t.match(life.finding.due, {
    ...{ at: local('2026-03-19 00:00'), date: '2026-03-18' },
    basis: { rule: 'pause_ended', from: '2026-03-16', working_days: 2 },
  })
  t.equal(life.finding.late_from, null, 'it was in time')
  t.equal(live(life, 'fall_due')[0]?.at, local('2026-03-19 00:00'))
})

t.test('a pause over the closing time counts, one within a day does not', async (t) => {
  const within = raised().at('2026-03-03 17:29').does(reviewer, 'decide_request', refuse)
  t.match(newest(within, 'request_decided').data, { moved: null })
  t.equal(within.finding.due?.date, '2026-03-16')
  const over = raised('2026-03-03 17:30')
    .at('2026-03-03 17:31')
    .does(reviewer, 'decide_request', refuse)
  t.equal(over.finding.due?.date, '2026-03-17', 'raised at closing, decided after it')
  const after = raised('2026-03-03 17:30:01').at('2026-03-04 08:00')
  after.does(reviewer, 'decide_request', refuse)
  t.equal(after.finding.due?.date, '2026-03-16', 'no closing lies in a night')
})

t.test('at the earliest the next working day’s end is left', async (t) => {
  const own = { date: day('2026-03-04'), time: null }
  const life = lifeIn('rectifying', { own }).at('2026-03-04 20:00').does(signatory, 'dispute')
  life.at('2026-03-06 16:00').does(reviewer, 'decide_request', refuse)
  // One closing lies in the pause; moved by it the due would be the 5th, which has gone.
  t.match(life.finding.due, {
    ...{ date: '2026-03-09', time: null },
    basis: { rule: 'pause_ended', from: '2026-03-06', working_days: 1 },
  })
})

t.test('upheld, the finding is withdrawn, and it is said as the decision', async (t) => {
  const life = raised().does(reviewer, 'decide_request', { ...uphold, reason: '经核实不属实' })
  t.strictSame(types(life.news), ['request_decided', 'withdrawn'])
  t.match(newest(life, 'withdrawn').data, { reason_code: 'dispute_upheld', from: 'rectifying' })
  const later = raised().at('2026-03-20 10:00').does(reviewer, 'decide_request', uphold)
  t.equal(newest(later, 'request_decided').data.moved, null, 'nothing is due any more')
  t.match(life.finding, { state: 'withdrawn', dispute: null })
  t.equal(life.situation.milestones.filter(({ outcome }) => outcome === null).length, 0)
  t.equal(life.situation.milestones.filter(({ outcome }) => outcome === 'held').length, 0)
})

t.test('an answer takes a dispute back and the pause counts for its lateness', async (t) => {
  const life = raised().at('2026-03-17 18:00').does(reporter, 'respond')
  t.strictSame(types(life.news).slice(-2), ['request_withdrawn', 'responded'])
  t.match(newest(life, 'request_withdrawn').data, {
    ...{ id: 'request 2', why: 'answered', kind: 'dispute' },
  })
  t.match(life.finding, { dispute: null, disputes: 1, round: { working_days_late: 0 } })
  // Eleven closings lie between the 3rd and the evening of the 17th.
  t.equal(life.finding.round?.claimed_due.date, '2026-03-31')
})

t.test('taken back by the unit its pause counts as well', async (t) => {
  const life = raised().at('2026-03-05 10:00').does(signatory, 'withdraw_request')
  t.match(life.finding, { dispute: null, disputes: 1, due: { date: '2026-03-18' } })
})

t.test('a second dispute does not pause, a third is refused', async (t) => {
  const life = raised().does(reviewer, 'decide_request', refuse).does(signatory, 'dispute')
  t.equal(life.finding.dispute?.pauses, false)
  t.ok(units(life).length > 0, 'the clock goes on')
  life.at('2026-03-20 10:00').tick()
  t.ok(isOverdue(life.finding, life.now))
  const { due, plan } = life.finding
  life.does(reviewer, 'decide_request', refuse)
  t.same(life.finding.due, due, 'and its end moves nothing')
  t.equal(life.finding.plan, plan)
  t.equal(life.refuses(signatory, 'dispute'), 'LIMIT_REACHED')
})

t.test(
  'three working days after the receipt, or after the reopening, are left to it',
  async (t) => {
    t.ok(raised('2026-03-05 23:59').finding.dispute)
    const late = lifeIn('rectifying').at('2026-03-06 00:00')
    t.equal(late.refuses(signatory, 'dispute'), 'TOO_LATE_TO_ASK')
    const again = lifeIn('closed').at('2026-06-01 10:00').does(reviewer, 'reopen')
    again.at('2026-06-04 20:00').does(signatory, 'dispute')
    t.equal(again.finding.dispute?.pauses, true, 'the first of its cycle')
    const unsigned = lifeIn('notified').at('2026-03-10 10:00').does(signatory, 'dispute')
    t.strictSame(types(unsigned.news).slice(-2), ['acknowledged', 'dispute_raised'])
  },
)

t.test('a take-down is not delayed; taken down, the written report waits', async (t) => {
  const urgent = { line: { urgent: true, indicator_id: 'WV-1.1' } }
  const first = lifeIn('rectifying', urgent).does(signatory, 'dispute')
  t.equal(first.finding.dispute?.pauses, false)
  const down = lifeIn('rectifying', urgent).does(reporter, 'report_takedown')
  t.equal(down.does(signatory, 'dispute').finding.dispute?.pauses, true)
})

t.test('its grounds are needed, files may be named', async (t) => {
  t.equal(
    lifeIn('rectifying').refuses(signatory, 'dispute', { grounds: ' ' }),
    'FIELD_REQUIRED /grounds',
  )
  const life = lifeIn('rectifying')
  t.equal(
    life.refuses(signatory, 'dispute', { evidence: ['unknown'] }),
    'EVIDENCE_REQUIRED /evidence',
  )
  life.does(signatory, 'dispute', { evidence: [PHOTO] })
  t.match(newest(life, 'dispute_raised').data, { evidence: [PHOTO] })
  const offline = lifeIn('rectifying', { line: { handling: 'offline' } })
  t.equal(offline.refuses(signatory, 'dispute', { grounds: '不属实' }), 'OFFLINE_ONLY /grounds')
  offline.does(signatory, 'dispute')
  t.strictSame(newest(offline, 'dispute_raised').texts, { paper_number: '密〔2026〕1号' })
})

t.test('lateness that runs on from an earlier due moves with the pause', async (t) => {
  const returned = lifeIn('rectifying').does(reporter, 'respond').does(handler, 'return')
  t.match(returned.finding, { late_from: { date: '2026-03-16' }, due: { date: '2026-03-16' } })
  returned.at('2026-03-03 10:00').does(signatory, 'dispute')
  returned.at('2026-03-05 10:00').does(reviewer, 'decide_request', refuse)
  t.match(returned.finding, { late_from: { date: '2026-03-18' }, due: { date: '2026-03-18' } })
})

t.test('what was climbed before a pause is not climbed again', async (t) => {
  const own = { date: day('2026-03-03'), time: null }
  const life = lifeIn('rectifying', { own }).at('2026-03-05 09:00').does(signatory, 'dispute')
  t.equal(life.finding.rung, 1)
  life.at('2026-03-09 09:00').does(reviewer, 'decide_request', refuse)
  t.equal(life.finding.due?.date, '2026-03-10')
  t.strictSame(
    live(life, 'climb')
      .map(({ step, at }) => [step, at])
      .slice(0, 2),
    [
      [2, local('2026-03-13 07:30')],
      [3, local('2026-03-17 07:30')],
    ],
  )
})

t.test('days that were late before it are not forgiven', async (t) => {
  const own = { date: day('2026-03-03'), time: null }
  const life = lifeIn('rectifying', { own }).at('2026-03-05 09:00').does(signatory, 'dispute')
  life.at('2026-03-09 09:00').does(reviewer, 'decide_request', refuse)
  // Two closings lie in the pause: the due of the 3rd would have been the 5th.
  t.match(life.finding, { due: { date: '2026-03-10' }, late_from: { date: '2026-03-05' } })
  life.does(reporter, 'respond')
  t.equal(life.finding.round?.working_days_late, 2, 'the 6th and the 9th')
})

t.test(
  'a due named by the office meanwhile is exactly that, moved only by what follows',
  async (t) => {
    const moved = raised()
      .at('2026-03-09 10:00')
      .does(leader, 'reschedule', { due_date: day('2026-03-20') })
    moved.at('2026-03-10 10:00').does(reviewer, 'decide_request', refuse)
    t.equal(moved.finding.due?.date, '2026-03-23', 'the closing of the 9th alone')
    const both = raised().does(signatory, 'request_extension', { new_date: day('2026-03-20') })
    const id = (life: Life, kind: 'extension' | 'dispute') => ({
      request_id: life.finding[kind]?.id ?? '',
    })
    both
      .at('2026-03-09 10:00')
      .does(reviewer, 'decide_request', { ...uphold, ...id(both, 'extension') })
    both.does(reviewer, 'decide_request', { ...refuse, ...id(both, 'dispute') })
    t.match(both.finding.due, { date: '2026-03-20', basis: { rule: 'extension_granted' } })
  },
)

t.test(
  'raised at the very instant of the due it is late already, a moment before it is not',
  async (t) => {
    const own = { date: day('2026-03-03'), time: null }
    const refused = (wall: string) =>
      lifeIn('rectifying', { own })
        .at(wall)
        .does(signatory, 'dispute')
        .at('2026-03-05 10:00')
        .does(reviewer, 'decide_request', refuse)
    t.equal(refused('2026-03-03 23:59:59.999').finding.late_from, null)
    t.equal(refused('2026-03-04 00:00').finding.late_from?.date, '2026-03-04')
  },
)

t.test('a pause without a closing moves neither lateness nor what it rests on', async (t) => {
  const own = { date: day('2026-03-03'), time: null }
  const life = lifeIn('rectifying', { own }).at('2026-03-04 09:00')
  const { due } = life.finding
  life.does(signatory, 'dispute').at('2026-03-04 10:00').does(reviewer, 'decide_request', refuse)
  t.strictSame(life.finding.late_from, due)
  t.equal(life.finding.due?.date, '2026-03-05')
})

t.test('an extension refused meanwhile leaves the pause as it was', async (t) => {
  const life = raised().does(signatory, 'request_extension')
  t.match([life.finding.dispute?.number, life.finding.extension?.number], [1, 2])
  const request_id = life.finding.extension?.id ?? ''
  life.at('2026-03-20 10:00').does(reviewer, 'decide_request', { ...refuse, request_id })
  t.equal(life.finding.due?.date, '2026-03-23')
  t.equal(life.finding.dispute?.paused_since, local('2026-03-03 10:00'))
})

t.test('withdrawn for another reason, nothing waits any more', async (t) => {
  const life = raised().does(reviewer, 'withdraw')
  t.match(life.finding, { state: 'withdrawn', dispute: null, extension: null })
})

t.test('in the ledger of time the office has the finding while the clock stands', async (t) => {
  const life = raised().at('2026-03-05 10:00').does(reviewer, 'decide_request', refuse)
  const { working_days, stretches } = timeLedger(
    life.situation.rules,
    life.events,
    local('2026-03-06 18:00'),
  )
  t.match(working_days, { unit: 3, office: 2 })
  t.strictSame(
    stretches.map(({ holder }) => holder),
    ['unit', 'office', 'unit'],
  )
  const second = raised().does(reviewer, 'decide_request', refuse).does(signatory, 'dispute')
  const ledger = timeLedger(second.situation.rules, second.events, local('2026-03-06 18:00'))
  t.equal(ledger.working_days.office, 0, 'one that does not pause takes none of the office’s')
})

t.test('nobody decides on what they asked themselves', async (t) => {
  const both = person('both', 'unit.signatory', 'office.reviewer', 'office.handler')
  const life = lifeIn('rectifying').does(both, 'dispute')
  t.equal(life.refuses(both, 'decide_request'), 'SAME_PERSON')
  t.equal(life.refuses(both, 'propose_decision'), 'SAME_PERSON')
  life.does(reviewer, 'decide_request', refuse)
})
