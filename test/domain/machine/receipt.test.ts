import t from 'tap'
import { takeDue } from '../../../src/domain/clock/advance.js'
import type { DeliveryProof } from '../../../src/domain/events.js'
import { timeOf } from '../../../src/domain/instant.js'
import { issuedLife, type LifeOptions, live, newest, types } from '../../helpers/domain/life.js'
import { handler, reporter } from '../../helpers/domain/people.js'
import { day, local } from '../../helpers/domain/world.js'

const mailed = (wall: string): DeliveryProof => ({ at: local(wall), how: 'mail' })

/** 收到之日起5个工作日内, served on Monday 2026-03-02 at 10:00. */
const FROM_RECEIPT: LifeOptions = {
  deadline: { kind: 'working_days', working_days: 5, counts_from: 'receipt', words: '收到之日起' },
}

t.test('a period from receipt is stored as if receipt were deemed on the last day', async (t) => {
  const { finding } = issuedLife(FROM_RECEIPT)
  t.equal(finding.due?.at, local('2026-03-12 00:00'), 'Wednesday + 5')
})

t.test('signing moves it earlier, once, and the original due with it', async (t) => {
  const life = issuedLife(FROM_RECEIPT)
  const { plan } = life.finding
  life.at('2026-03-03 11:00').does(reporter, 'acknowledge')
  t.equal(life.finding.due?.at, local('2026-03-11 00:00'), 'Tuesday + 5')
  t.strictSame(life.finding.original_due, life.finding.due)
  t.ok(life.finding.plan > plan, 'a new plan')
  t.equal(live(life, 'fall_due')[0]?.at, local('2026-03-11 00:00'))
  t.equal(life.refuses(reporter, 'acknowledge'), 'NOT_IN_THIS_STATE')
})

t.test('calendar days and hours from receipt are stored as deemed and moved alike', async (t) => {
  const counts = { counts_from: 'receipt', words: '收到之日起' } as const
  const days = issuedLife({ deadline: { kind: 'calendar_days', calendar_days: 10, ...counts } })
  t.equal(days.finding.due?.at, local('2026-03-17 00:00'), 'Saturday the 14th rolls on')
  days.at('2026-03-03 20:00').does(reporter, 'acknowledge')
  t.equal(days.finding.due?.at, local('2026-03-14 00:00'), 'Tuesday + 10')
  const hours = issuedLife({ deadline: { kind: 'hours', hours: 48, ...counts } })
  t.equal(hours.finding.due?.at, local('2026-03-07 00:00'), 'two days after the end of Wednesday')
  hours.at('2026-03-03 20:00').does(reporter, 'acknowledge')
  t.match(hours.finding.due, { at: local('2026-03-05 20:00'), date: '2026-03-05', time: '20:00' })
  t.strictSame(hours.finding.original_due, hours.finding.due)
})

t.test('hours begin no earlier than the service counts, however soon it is signed', async (t) => {
  const counts = { counts_from: 'receipt', words: '收到之日起' } as const
  const deadline = { kind: 'hours', hours: 24, ...counts } as const
  const friday = issuedLife({ deadline, served: '2026-03-06 18:00' })
  friday.at('2026-03-06 18:10').does(reporter, 'acknowledge')
  t.match(friday.finding.due, { at: local('2026-03-10 09:00'), basis: { from: '2026-03-09' } })
  const later = issuedLife({ deadline, served: '2026-03-06 18:00' })
  later.at('2026-03-09 11:00').does(reporter, 'acknowledge')
  t.equal(later.finding.due?.at, local('2026-03-10 11:00'), 'after the opening from the signature')
})

t.test(
  'hours of a paper run from the end of the day it came, which decides lateness',
  async (t) => {
    const counts = { counts_from: 'receipt', words: '收到之日起' } as const
    const life = issuedLife({ deadline: { kind: 'hours', hours: 24, ...counts } })
    life
      .at('2026-03-03 15:00')
      .does(handler, 'register_response', { received_on: day('2026-03-03') })
    const due = { at: local('2026-03-05 00:00'), date: '2026-03-04', basis: { from: '2026-03-03' } }
    t.match(life.finding, { due, received_at: local('2026-03-03 00:00') })
    const round = {
      effective_at: local('2026-03-03 00:00'),
      working_days_late: 0,
      claimed_due: due,
    }
    t.match(life.finding.round, round)
  },
)

t.test('answering at once instead of signing buys no day', async (t) => {
  const life = issuedLife(FROM_RECEIPT).at('2026-03-03 11:00').does(reporter, 'respond')
  t.equal(life.finding.round?.claimed_due.at, local('2026-03-11 00:00'))
  t.equal(life.finding.original_due?.at, local('2026-03-11 00:00'))
})

t.test('signing late never moves it later', async (t) => {
  const life = issuedLife(FROM_RECEIPT).at('2026-03-06 11:00')
  const { due } = life.finding
  t.strictSame(life.does(reporter, 'acknowledge').finding.due, due)
})

t.test('signing moves no due that does not count from receipt', async (t) => {
  const life = issuedLife()
  const { due, plan } = life.finding
  life.at('2026-03-02 11:00').does(reporter, 'acknowledge')
  t.strictSame(life.finding.due, due)
  t.equal(life.finding.plan, plan)
})

t.test('with proof, receipt is deemed at the end of the second working day', async (t) => {
  const life = issuedLife({ ...FROM_RECEIPT, proof: mailed('2026-03-02 10:01') })
  t.equal(life.at('2026-03-04 23:59:59.999').tick().finding.state, 'notified')
  life.at('2026-03-05 00:00').tick()
  t.match(life.finding, {
    state: 'rectifying',
    receipt_deemed: true,
    received_at: local('2026-03-05 00:00'),
    due: { at: local('2026-03-12 00:00') },
  })
  t.match(life.news, [
    { actor: { role: 'system', person_id: null }, data: { proof: { how: 'mail' } } },
  ])
})

t.test('or at the due, if that is earlier', async (t) => {
  const own = { date: day('2026-03-03'), time: timeOf('12:00') }
  const life = issuedLife({ own, proof: mailed('2026-03-02 10:01') })
    .at('2026-03-03 12:00')
    .tick()
  t.strictSame(types(life.news).slice(-2), ['receipt_deemed', 'fell_due'])
  t.equal(life.finding.received_at, local('2026-03-03 12:00'))
})

t.test('without proof the office gets a task and nothing is deemed', async (t) => {
  const life = issuedLife().at('2026-03-20 10:00').tick()
  t.equal(types(life.news)[0], 'receipt_unproven')
  t.match(life.finding, { state: 'notified', receipt_unproven: true, received_at: null, rung: 2 })
})

t.test('later proof deems receipt two working days after it', async (t) => {
  // The slice was opened on Friday the 6th: deemed at the end of Tuesday the 10th.
  const life = issuedLife({ proof: { at: local('2026-03-06 15:00'), how: 'opened' } })
  t.equal(life.at('2026-03-05 00:00').tick().news[0]?.type, 'receipt_unproven')
  t.equal(life.at('2026-03-10 23:59').tick().finding.state, 'notified')
  life.at('2026-03-11 00:00').tick()
  t.match(life.finding, { state: 'rectifying', received_at: local('2026-03-11 00:00') })
  t.match(newest(life, 'receipt_deemed').data.proof, { how: 'opened' })
})

t.test(
  'a proof that is refuted deems nothing, and does not stand in the way of another',
  async (t) => {
    const life = issuedLife({ proof: { at: local('2026-03-06 15:00'), how: 'mail' } })
    life.at('2026-03-06 16:00').tick()
    const returned = { ...life.situation, proof: null, now: local('2026-03-11 00:00') }
    const doubted = takeDue(returned)
    t.notOk(
      doubted.events.some(({ type }) => type.startsWith('receipt')),
      'said once',
    )
    const waiting = ({ milestones }: typeof life.situation) =>
      milestones.flatMap(({ kind, step, at, outcome }) =>
        kind === 'deem_received' && step === 2 ? [[at, outcome]] : [],
      )
    t.strictSame(waiting(doubted.situation), [[local('2026-03-11 00:00'), 'cancelled']])
    const proof = { at: local('2026-03-12 09:00'), how: 'opened' } as const
    const proved = takeDue({ ...doubted.situation, proof, now: local('2026-03-12 10:00') })
    t.strictSame(waiting(proved.situation), [[local('2026-03-17 00:00'), null]])
    const deemed = takeDue({ ...proved.situation, now: local('2026-03-17 00:00') })
    t.match(
      deemed.events.find(({ type }) => type === 'receipt_deemed'),
      { effective_at: local('2026-03-17 00:00'), data: { proof: { how: 'opened' } } },
    )
  },
)

t.test('once a proof is refuted, the next one says when receipt is deemed', async (t) => {
  const life = issuedLife({ proof: { at: local('2026-03-05 15:00'), how: 'mail' } })
  life.at('2026-03-05 16:00').tick()
  t.equal(live(life, 'deem_received')[0]?.at, local('2026-03-10 00:00'))
  const proof = { at: local('2026-03-06 15:00'), how: 'opened' } as const
  const other = takeDue({ ...life.situation, proof, now: local('2026-03-06 16:00') })
  const [row] = other.situation.milestones.filter(
    ({ kind, step }) => kind === 'deem_received' && step === 2,
  )
  t.match(row, { at: local('2026-03-11 00:00'), outcome: null })
})

t.test('a call is proof: in time, later, and dated in time but entered later', async (t) => {
  const inTime = issuedLife().at('2026-03-03 15:00').does(handler, 'record_contact')
  t.equal(inTime.at('2026-03-05 00:00').tick().finding.received_at, local('2026-03-05 00:00'))

  const later = issuedLife().at('2026-03-09 15:00').does(handler, 'record_contact')
  t.equal(later.finding.state, 'notified')
  t.equal(later.at('2026-03-20 00:00').tick().finding.received_at, local('2026-03-12 00:00'))

  const entered = issuedLife().at('2026-03-09 15:00')
  entered.does(handler, 'record_contact', { at: local('2026-03-03 15:00') })
  t.strictSame(types(entered.news), ['receipt_unproven', 'contact_recorded', 'receipt_deemed'])
  t.equal(entered.finding.received_at, local('2026-03-05 00:00'))
})

t.test('earlier proof that becomes known later moves the receipt that waits', async (t) => {
  const life = issuedLife().at('2026-03-09 15:00').does(handler, 'record_contact')
  const [waiting] = live(life, 'deem_received')
  t.equal(waiting?.at, local('2026-03-12 00:00'))
  life.at('2026-03-10 09:00').does(handler, 'record_contact', { at: local('2026-03-06 15:00') })
  t.match(live(life, 'deem_received'), [
    { step: 2, at: local('2026-03-11 00:00'), reason: { proved_on: '2026-03-06' } },
  ])
  life.does(handler, 'record_contact', { at: local('2026-03-08 15:00') })
  t.equal(live(life, 'deem_received')[0]?.at, local('2026-03-11 00:00'), 'never later')
})

t.test('a call before the service proves nothing about it', async (t) => {
  const life = issuedLife().at('2026-03-03 15:00')
  life.does(handler, 'record_contact', { at: local('2026-03-01 15:00') })
  t.equal(life.finding.contact_at, null)
  t.equal(life.at('2026-03-05 00:00').tick().news[0]?.type, 'receipt_unproven')
})

t.test('service after closing time counts as the next working day', async (t) => {
  const life = issuedLife({ served: '2026-03-06 17:30', proof: mailed('2026-03-06 17:31') })
  t.equal(life.finding.service_date, '2026-03-09')
  t.equal(live(life, 'deem_received')[0]?.at, local('2026-03-12 00:00'))
  t.equal(life.finding.due?.at, local('2026-03-24 00:00'), 'Monday + 10')
})

t.test('delivery is doubted once, and no more when the unit itself has acted', async (t) => {
  const urgent = issuedLife({ line: { urgent: true, severity: 'veto', indicator_id: 'WV-1.1' } })
  t.strictSame(types(urgent.at('2026-03-02 12:00').tick().news)[0], 'receipt_unproven')
  urgent.at('2026-03-02 13:00').does(reporter, 'report_takedown')
  t.strictSame(types(urgent.news), ['acknowledged', 'takedown_reported'])
  t.match(urgent.finding, { state: 'rectifying', receipt_unproven: false })
  urgent.at('2026-03-20 10:00').tick()
  t.notOk(types(urgent.news).includes('receipt_unproven'))
})

t.test('once signed for, nothing is deemed', async (t) => {
  const life = issuedLife({ proof: mailed('2026-03-02 10:01') }).later(1000)
  life.does(reporter, 'acknowledge').at('2026-03-09 10:00').tick()
  t.match(life.finding, { receipt_deemed: false, received_at: local('2026-03-02 10:00:01') })
})
