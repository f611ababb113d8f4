import t from 'tap'
import { audienceOf } from '../../../src/domain/audience.js'
import { timeOf, toEpoch } from '../../../src/domain/instant.js'
import { isOverdue } from '../../../src/domain/overdue.js'
import { issuedLife, type Life, lifeIn, live, types } from '../../helpers/domain/life.js'
import { handler, leader, reporter } from '../../helpers/domain/people.js'
import { day, local } from '../../helpers/domain/world.js'

const plan = (life: Life, kind: Parameters<typeof live>[1]) =>
  live(life, kind).map(({ step, at }) => [step, at])

t.test('reminders three and one working days before and on the day; rungs after it', async (t) => {
  const life = lifeIn('rectifying')
  t.strictSame(plan(life, 'remind'), [
    [0, local('2026-03-16 07:30')],
    [1, local('2026-03-13 07:30')],
    [3, local('2026-03-11 07:30')],
  ])
  t.strictSame(plan(life, 'fall_due'), [[0, local('2026-03-17 00:00')]])
  t.strictSame(plan(life, 'climb'), [
    [1, local('2026-03-17 07:30')],
    [2, local('2026-03-19 07:30')],
    [3, local('2026-03-23 07:30')],
    [4, local('2026-03-30 07:30')],
    [5, local('2026-04-07 07:30')],
  ])
})

t.test('reminders before a due on a day off count from the working day before it', async (t) => {
  // 3月9日前, the day itself excluded: Sunday the 8th is the last day.
  const deadline = { kind: 'date', date: day('2026-03-09'), time: null, words: '3月9日前' } as const
  const reading = { inclusive: false, day_off: 'roll_on' } as const
  const life = issuedLife({ deadline: { ...deadline, ...reading } })
  t.equal(life.finding.due?.date, '2026-03-08')
  t.strictSame(plan(life, 'remind'), [
    [0, local('2026-03-06 07:30')],
    [1, local('2026-03-05 07:30')],
    [3, local('2026-03-03 07:30')],
  ])
})

t.test('nobody is reminded of a due that has passed', async (t) => {
  const life = issuedLife({ own: { date: day('2026-03-16'), time: timeOf('07:00') } })
  t.strictSame(
    plan(life, 'remind').map(([step]) => step),
    [1, 3],
  )
})

t.test('a rung that waits for a signature is the office’s own', async (t) => {
  const life = lifeIn('rectifying').at('2026-03-20 10:00').tick()
  const climbed = life.news.filter(({ type }) => type === 'climbed')
  t.strictSame(
    climbed.map((event) => audienceOf(life.finding, event)),
    ['unit', 'office'],
  )
})

t.test('over a holiday nobody is urged', async (t) => {
  // Served on Thursday before the National Day of 2026 (1 to 7 October), due on Wednesday the 30th of September.
  const life = issuedLife({ served: '2026-09-16 10:00' })
  t.equal(life.finding.due?.at, local('2026-10-01 00:00'))
  life.at('2026-10-08 07:29:59.999').tick()
  t.equal(life.finding.rung, 0)
  t.equal(life.at('2026-10-08 07:30').tick().finding.rung, 1)
})

t.test('overdue begins at the due and ends with the answer', async (t) => {
  const life = lifeIn('rectifying')
  const { finding } = life
  t.equal(isOverdue(finding, local('2026-03-16 23:59:59.999')), false)
  t.equal(isOverdue(finding, local('2026-03-17 00:00')), true)
  const answered = life.at('2026-03-18 10:00').does(reporter, 'respond')
  t.equal(isOverdue(answered.finding, answered.now), false)
})

t.test('everything is recorded at its own instant, whenever a worker wakes', async (t) => {
  const life = lifeIn('rectifying').at('2026-06-01 10:00').tick()
  const took = life.news.map(({ type, effective_at, actor }) => {
    return `${type} ${effective_at} ${actor.role}`
  })
  const wanted = [
    ['reminded', '2026-03-11 07:30'],
    ['reminded', '2026-03-13 07:30'],
    ['reminded', '2026-03-16 07:30'],
    ['fell_due', '2026-03-17 00:00'],
    ['climbed', '2026-03-17 07:30'],
    ['climbed', '2026-03-19 07:30'],
    ['climbed', '2026-03-23 07:30'],
    ['climbed', '2026-03-30 07:30'],
    ['climbed', '2026-04-07 07:30'],
  ]
  t.strictSame(
    took,
    wanted.map(([type, at = '']) => `${type} ${local(at)} system`),
  )
  t.match(life.finding, { rung: 5, highest_rung: 5, state: 'rectifying' })
  t.strictSame(
    life.situation.milestones.filter((row) => row.outcome === null),
    [],
    'after the last rung nothing is left to wait for',
  )
  t.strictSame(life.tick().news, [])
})

t.test('nothing is taken a millisecond early', async (t) => {
  const life = lifeIn('rectifying')
  const rows = life.situation.milestones.filter((row) => row.outcome === null)
  t.equal(rows.length, 9)
  for (const row of rows.toSorted((a, b) => (a.at < b.at ? -1 : 1))) {
    life.later(toEpoch(row.at) - 1 - toEpoch(life.now)).tick()
    t.strictSame(life.news, [], `${row.kind} ${row.step}`)
    t.equal(life.later(1).tick().news.length, 1)
  }
})

t.test('of one instant: receipt, due, rung', async (t) => {
  // All three meet on Thursday the 5th at 07:30, when receipt is deemed because the due comes first.
  const own = { date: day('2026-03-05'), time: timeOf('07:30') }
  const policy = { rung_offsets: [0, 3, 5, 10, 15], deem_receipt_days: 5 } as const
  const proof = { at: local('2026-03-02 10:01'), how: 'mail' } as const
  const life = issuedLife({ own, policy, proof }).at('2026-03-05 07:30').tick()
  const met = life.news.filter((event) => event.effective_at === life.now)
  t.strictSame(types(met), ['receipt_deemed', 'fell_due', 'climbed'])
})

t.test('a year without a calendar: dates are computed, nothing escalates on them', async (t) => {
  // 2027 is not announced: a due within it holds all rungs, one before it those that would lie in it.
  const within = issuedLife({ served: '2026-12-22 10:00' })
  t.match(within.finding.due, { date: '2027-01-05', provisional: true })
  t.strictSame(plan(within, 'climb'), [])
  t.equal(plan(within, 'fall_due').length, 1)
  const before = issuedLife({ served: '2026-12-14 10:00' })
  t.match(before.finding.due, { date: '2026-12-28', provisional: false })
  t.strictSame(plan(before, 'climb'), [
    [1, local('2026-12-29 07:30')],
    [2, local('2026-12-31 07:30')],
  ])
})

t.test(
  'the office has limits too: three days to review, two to close, then the leader hears',
  async (t) => {
    const answered = lifeIn('responded')
    t.strictSame(plan(answered, 'nag_office'), [
      [1, local('2026-03-06 07:30')],
      [2, local('2026-03-10 07:30')],
    ])
    const accepted = answered.at('2026-03-09 10:00').does(handler, 'accept')
    t.match(
      accepted.events.filter((event) => event.type === 'office_nagged'),
      [{ data: { step: 1, waiting: 'review' } }],
    )
    t.strictSame(plan(accepted, 'nag_office'), [
      [1, local('2026-03-12 07:30')],
      [2, local('2026-03-16 07:30')],
    ])
    accepted.at('2026-03-12 07:30').tick()
    t.match(accepted.news, [{ type: 'office_nagged', data: { step: 1, waiting: 'close' } }])
  },
)

t.test('an answer at the instant of a rung does not undo it', async (t) => {
  const life = lifeIn('rectifying').at('2026-03-19 07:30').does(reporter, 'respond')
  t.equal(life.finding.highest_rung, 2)
  t.strictSame(live(life, 'climb'), [])
})

t.test('withdrawn: nothing is left to wait for', async (t) => {
  const life = lifeIn('rectifying').does(leader, 'withdraw').at('2026-06-01 10:00').tick()
  t.strictSame(life.news, [])
})

t.test('timers may be spread over the minutes before opening, instants may not', async (t) => {
  const spread = lifeIn('rectifying', { policy: { spread_minutes: 85 } })
  const straight = lifeIn('rectifying')
  t.strictSame(plan(spread, 'climb'), plan(straight, 'climb'))
  for (const row of spread.situation.milestones) {
    const later = toEpoch(row.wake_at) - toEpoch(row.at)
    const exact = row.kind === 'fall_due' || row.kind === 'deem_received'
    t.ok(exact ? later === 0 : later >= 0 && later < 85 * 60_000, `${row.kind} ${later}`)
  }
})
