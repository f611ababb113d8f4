import t from 'tap'
import { slipChange } from '../../../src/domain/slip-rungs.js'
import { issuedLife, type Life, lifeIn } from '../../helpers/domain/life.js'
import { leader, reporter, reviewer, signedBy } from '../../helpers/domain/people.js'
import { day, local } from '../../helpers/domain/world.js'

const to = (date: string) => ({ due_date: day(date) })
const live = ({ situation }: Life) =>
  situation.milestones.filter(({ outcome }) => outcome === null).map(({ kind, at }) => [kind, at])

t.test('the due is exactly the new date, with its reminders and a fresh ladder', async (t) => {
  for (const state of ['notified', 'rectifying', 'returned', 'ongoing'] as const) {
    const life = lifeIn(state)
    const { plan, revision, original_due } = life.finding
    life.does(leader, 'reschedule', to('2026-03-25'))
    t.match(life.finding, {
      ...{ state, revision: revision + 1, plan: plan + 1, rung: 0, rung_base: 0, original_due },
      due: { at: local('2026-03-26 00:00'), date: '2026-03-25', basis: { rule: 'rescheduled' } },
    })
    const kinds = live(life).map(([kind]) => kind)
    t.ok(kinds.includes('fall_due') && kinds.includes('climb'), state)
  }
})

t.test('a time of day is the end', async (t) => {
  const life = lifeIn('rectifying').does(leader, 'reschedule', {
    ...to('2026-03-25'),
    time: '12:00' as never,
  })
  t.match(life.finding.due, { at: local('2026-03-25 12:00'), date: '2026-03-25', time: '12:00' })
})

t.test('a day the unit cannot be held to is refused, and nothing moves', async (t) => {
  const life = lifeIn('rectifying').at('2026-03-10 10:00')
  const { due } = life.finding
  for (const [date, why] of [
    ['2026-03-09', 'past'],
    ['2026-03-14', 'a Saturday'],
    ['2026-10-01', 'a holiday'],
    ['2027-03-11', 'too far and of a year not arranged'],
    ['2027-01-04', 'of a year not arranged'],
  ] as const) {
    t.equal(life.refuses(leader, 'reschedule', to(date)), 'DUE_NOT_ALLOWED /due_date', why)
  }
  const early = { ...to('2026-03-10'), time: '10:00' as never }
  t.equal(life.refuses(leader, 'reschedule', early), 'DUE_NOT_ALLOWED /due_date', 'now is late')
  t.equal(
    life.refuses(leader, 'reschedule', to('2026-03-16')),
    'NOTHING_TO_CHANGE /due_date',
    'the due it has',
  )
  t.equal(life.refuses(leader, 'reschedule', { due_date: undefined }), 'FIELD_REQUIRED /due_date')
  t.equal(life.refuses(leader, 'reschedule', { reason: ' ' }), 'FIELD_REQUIRED /reason')
  t.equal(life.finding.due, due)
  life.does(leader, 'reschedule', to('2026-03-10'))
  t.equal(life.finding.due?.date, '2026-03-10', 'today is allowed')
})

t.test('it is the leader’s, by their own hand or signature', async (t) => {
  t.equal(lifeIn('rectifying').refuses(reviewer, 'reschedule'), 'ROLE_NOT_ALLOWED')
  lifeIn('rectifying').does(reviewer, 'reschedule', {}, signedBy(leader))
})

t.test('a take-down is not delayed, its written report may be', async (t) => {
  const urgent = { line: { urgent: true, indicator_id: 'WV-1.1' } }
  t.equal(lifeIn('rectifying', urgent).refuses(leader, 'reschedule'), 'DUE_NOT_ALLOWED')
  const life = lifeIn('rectifying', urgent).does(reporter, 'report_takedown')
  life.does(leader, 'reschedule', to('2026-03-25'))
  t.equal(life.finding.due?.date, '2026-03-25')
})

t.test('signing afterwards does not move the new date', async (t) => {
  const deadline = { kind: 'working_days', working_days: 5, counts_from: 'receipt' } as const
  const life = issuedLife({ deadline: { ...deadline, words: '收到之日起5个工作日内' } })
  life.does(leader, 'reschedule', to('2026-03-25')).does(reporter, 'acknowledge')
  t.equal(life.finding.due?.date, '2026-03-25')
})

t.test('lateness counts from the new date, also after a return', async (t) => {
  const life = lifeIn('returned').at('2026-03-18 10:00')
  t.ok(life.tick().finding.late_from)
  life.does(leader, 'reschedule', to('2026-03-25')).at('2026-03-24 10:00')
  life.does(reporter, 'respond')
  t.equal(life.finding.round?.working_days_late, 0)
})

t.test(
  'an overdue finding leaves the draft of its rung, and climbs again from the new due',
  async (t) => {
    const late = lifeIn('rectifying').at('2026-03-24 10:00').tick()
    t.equal(late.finding.rung, 3)
    const before = late.finding
    late.does(leader, 'reschedule', to('2026-03-31'))
    t.match(late.finding, { rung: 0, highest_rung: 3, fell_due_plan: null })
    t.strictSame(slipChange(before, late.finding, late.news), {
      ...{ joins: null, rejoins: null, leaves: [2, 3] },
    })
    const first = live(late).find(([kind]) => kind === 'climb')
    t.equal(first?.[1], local('2026-04-01 07:30'))
  },
)

t.test('a rung taken in the same breath joins no draft', async (t) => {
  const life = lifeIn('rectifying')
  const before = life.finding
  life.at('2026-03-24 10:00').does(leader, 'reschedule', to('2026-03-31'))
  t.ok(life.news.some(({ type }) => type === 'climbed'))
  t.match(slipChange(before, life.finding, life.news), { joins: null, leaves: [2, 3] })
})

t.test('a late take-down leaves no draft: the unit owes its report all the same', async (t) => {
  const urgent = { line: { urgent: true, indicator_id: 'WV-1.1' } }
  const life = lifeIn('rectifying', urgent).at('2026-03-10 10:00').tick()
  const before = life.finding
  t.ok(before.rung >= 2)
  life.does(reporter, 'report_takedown')
  t.strictSame(slipChange(before, life.finding, life.news).leaves, [])
})

t.test('a year and a day away, and no further', async (t) => {
  const life = () => lifeIn('rectifying', { served: '2025-03-03 10:00' })
  t.equal(life().does(leader, 'reschedule', to('2026-03-04')).finding.due?.date, '2026-03-04')
  const refused = life().refuses(leader, 'reschedule', to('2026-03-05'))
  t.equal(refused, 'DUE_NOT_ALLOWED /due_date')
})
