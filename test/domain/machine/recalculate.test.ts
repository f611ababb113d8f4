import t from 'tap'
import { audienceOf } from '../../../src/domain/audience.js'
import { messagesOf } from '../../../src/domain/messages.js'
import { issuedLife, type Life, lifeIn, live, newest } from '../../helpers/domain/life.js'
import { handler, leader, reporter, reviewer, signatory } from '../../helpers/domain/people.js'
import { CALENDARS, day, local } from '../../helpers/domain/world.js'

const { usual, changed, provisional } = CALENDARS
const dateDeadline = (date: string) => ({
  ...{ kind: 'date' as const, date: day(date), time: null, words: '' },
  ...{ inclusive: true, day_off: 'roll_on' as const },
})
const worked = (date: string) =>
  new Map([...usual.exceptions, [day(date), { kind: 'workday' as const, name: '补班' }]])
const ahead = (life: Life) =>
  life.situation.milestones
    .filter(({ outcome }) => outcome === null)
    .map(({ kind, step, at }) => `${kind} ${step} ${at}`)
const saidBy = (life: Life) => {
  const { finding, rules } = life.situation
  return messagesOf(finding, rules.policy, life.news, 1).map(({ kind }) => kind)
}

t.test('a due that moves begins a new plan, and is said to the unit', async (t) => {
  const life = lifeIn('rectifying').by(changed).does(leader, 'recalculate')
  t.match(life.finding, {
    due: { date: '2026-03-17' },
    plan: 2,
    original_due: { date: '2026-03-16' },
  })
  const event = newest(life, 'recalculated')
  t.strictSame(
    { ...event.data, due: null },
    {
      ...{ calendar_version: 'c2', was_at: local('2026-03-17 00:00'), due: null, late_from: null },
      ...{ claimed: null, before: null, asked: null, service_date: null },
    },
  )
  t.equal(audienceOf(life.finding, event), 'unit')
  t.strictSame(saidBy(life), ['rescheduled'])
  t.match(live(life, 'fall_due'), [{ plan: 2, at: local('2026-03-18 00:00') }])
  t.equal(life.refuses(leader, 'recalculate'), 'NOTHING_TO_CHANGE')
})

t.test('where only what is ahead moves, it stays one plan and the office’s affair', async (t) => {
  const life = issuedLife({ deadline: dateDeadline('2026-03-19') }).does(reporter, 'acknowledge')
  const { revision, plan, due } = life.finding
  t.match(live(life, 'remind')[1], { step: 1, at: local('2026-03-18 07:30') })
  t.match(live(life, 'remind')[2], { step: 3, at: local('2026-03-16 07:30') })
  life.by(changed).does(leader, 'recalculate')
  t.match(live(life, 'remind')[2], { step: 3, at: local('2026-03-13 07:30'), plan })
  t.match(life.finding, { revision, plan, due })
  const event = newest(life, 'recalculated')
  t.strictSame([audienceOf(life.finding, event), saidBy(life)], ['office', []])
})

t.test(
  'what was reminded of is not said again, and what would have been before is not made up',
  async (t) => {
    const deadline = dateDeadline('2026-03-19')
    const life = issuedLife({ deadline }).does(reporter, 'acknowledge').at('2026-03-14 10:00')
    life.by(changed).does(leader, 'recalculate')
    t.strictSame(
      live(life, 'remind').map(({ step }) => step),
      [0, 1],
      'Friday is past',
    )
    const skipped = life.situation.milestones.filter(({ outcome }) => outcome === 'skipped')
    t.match(skipped, [{ kind: 'remind', step: 3, at: local('2026-03-13 07:30') }])
    const late = issuedLife({ deadline }).at('2026-03-16 08:00').tick().by(changed)
    late.does(leader, 'recalculate')
    const reminded = late.situation.milestones.filter(
      ({ kind, step }) => kind === 'remind' && step === 3,
    )
    t.match(reminded, [{ outcome: 'taken', at: local('2026-03-16 07:30') }], 'once')
  },
)

t.test('rungs held back for a year without an arrangement come once it is announced', async (t) => {
  const life = issuedLife({ calendar: provisional }).does(reporter, 'acknowledge')
  t.equal(life.finding.due?.provisional, true)
  t.strictSame(live(life, 'climb'), [])
  life.by(usual).does(leader, 'recalculate')
  t.match(life.finding.due, { date: '2026-03-16', provisional: false })
  t.strictSame(
    live(life, 'climb').map(({ step }) => step),
    [1, 2, 3, 4, 5],
  )
  t.equal(life.finding.plan, 1, 'the same day, now certain')
  t.strictSame(saidBy(life), ['rescheduled'])
})

t.test(
  'an overdue finding keeps the rungs it climbed, and falls due again only if that is still ahead',
  async (t) => {
    const overdue = () => lifeIn('rectifying').at('2026-03-17 08:00').tick()
    t.match(overdue().finding, { rung: 1, fell_due_plan: 1 })
    const ahead = overdue().by(changed).does(leader, 'recalculate')
    t.match(ahead.finding, { rung: 1, plan: 2, fell_due_plan: null, due: { date: '2026-03-17' } })
    t.match(live(ahead, 'climb')[0], { step: 2, at: local('2026-03-20 07:30') })
    ahead.at('2026-03-18 00:00').tick()
    t.match(ahead.finding, { fell_due_plan: 2, rung: 1 })
    const past = lifeIn('rectifying').at('2026-03-18 08:00').tick().by(changed)
    past.does(leader, 'recalculate')
    t.match(past.finding, { plan: 2, fell_due_plan: 2, due: { date: '2026-03-17' } })
    t.equal(past.news.filter(({ type }) => type === 'fell_due').length, 0)
  },
)

t.test(
  'while an answer waits its office is nagged by the new days, and a recall gives back the new due',
  async (t) => {
    const life = lifeIn('responded')
    t.match(live(life, 'nag_office')[0], { at: local('2026-03-06 07:30') })
    life.by(changed).does(leader, 'recalculate')
    t.match(life.finding, { plan: 2, due: { date: '2026-03-17' }, round: { working_days_late: 0 } })
    t.match(live(life, 'nag_office')[0], { at: local('2026-03-08 07:30') })
    t.strictSame(saidBy(life), [], 'it is not the unit’s turn')
    life.does(reporter, 'recall')
    t.match(life.finding, { plan: 3, due: { date: '2026-03-17' } })
    t.match(live(life, 'fall_due'), [{ plan: 3, at: local('2026-03-18 00:00') }])
    t.equal(life.refuses(leader, 'recalculate'), 'NOTHING_TO_CHANGE')
  },
)

t.test('a return and a pause count on from it', async (t) => {
  const back = lifeIn('responded').by(changed).does(leader, 'recalculate').does(handler, 'return')
  t.match(back.finding.due, { date: '2026-03-17', basis: { rule: 'kept' } })
  const life = lifeIn('rectifying').does(signatory, 'dispute').at('2026-03-04 10:00')
  life.by(changed).does(leader, 'recalculate').does(signatory, 'withdraw_request')
  t.match(life.finding.due, { date: '2026-03-19' }, 'two closings: Monday’s and Tuesday’s')
  t.strictSame(
    ahead(life).filter((row) => row.startsWith('fall_due')),
    [`fall_due 0 ${local('2026-03-20 00:00')}`],
  )
})

t.test('service on what turns out a day off counts from the next working day', async (t) => {
  const life = issuedLife({ served: '2026-03-05 10:00' })
  t.match(live(life, 'deem_received'), [{ at: local('2026-03-10 00:00') }])
  life.by(changed).does(leader, 'recalculate')
  t.match(life.finding, { service_date: '2026-03-06', due: { date: '2026-03-20' } })
  t.match(live(life, 'deem_received'), [{ at: local('2026-03-10 00:00') }])
})

t.test('a closed finding is looked at again on the first working day that is one', async (t) => {
  const life = lifeIn('closed', { policy: { lookback: { days: [2], after_cycle: null } } })
  t.match(live(life, 'open_lookback'), [{ at: local('2026-03-05 07:30') }])
  life.by(changed).does(leader, 'recalculate')
  t.match(live(life, 'open_lookback'), [{ at: local('2026-03-06 07:30') }])
  t.match(life.finding, { lookbacks: ['2026-03-04'] })
})

t.test('only a leader brings it about, and a draft has nothing to move', async (t) => {
  t.equal(lifeIn('rectifying').by(changed).refuses(reviewer, 'recalculate'), 'ROLE_NOT_ALLOWED')
  t.equal(lifeIn('draft').by(changed).refuses(leader, 'recalculate'), 'NOT_IN_THIS_STATE')
})

t.test('a pending extension asks for the day its date now falls on', async (t) => {
  const life = lifeIn('rectifying').does(signatory, 'request_extension', {
    new_date: day('2026-04-01'),
  })
  t.match(life.finding.extension?.due, { date: '2026-04-01' })
  life.by(changed).does(leader, 'recalculate')
  t.match(life.finding, { extension: { due: { date: '2026-04-02' } }, due: { date: '2026-03-17' } })
  life.does(reviewer, 'decide_request', { verdict: 'granted', reason: '同意' })
  t.match(life.finding.due, { date: '2026-04-02', basis: { rule: 'extension_granted' } })
})

t.test('a recall after a late answer finds the new due still ahead', async (t) => {
  const life = lifeIn('rectifying').at('2026-03-17 08:00').does(reporter, 'respond')
  t.match(life.finding.round, { working_days_late: 1, before: { fell_due_plan: 1 } })
  life.by(changed).does(leader, 'recalculate')
  t.match(life.finding, { round: { working_days_late: 1, claimed_due: { date: '2026-03-17' } } })
  life.does(reporter, 'recall')
  t.match(life.finding, { plan: 3, fell_due_plan: null, due: { date: '2026-03-17' } })
  life.at('2026-03-18 00:00').tick()
  t.match(newest(life, 'fell_due'), { effective_at: local('2026-03-18 00:00') })
})

t.test('what an extension held of the old due is not let go for it', async (t) => {
  const life = lifeIn('rectifying').does(signatory, 'request_extension', {
    new_date: day('2026-03-31'),
  })
  life.at('2026-03-17 05:00').does(reporter, 'respond').by(changed).does(leader, 'recalculate')
  life.does(reporter, 'recall').at('2026-03-17 06:00').does(signatory, 'withdraw_request')
  t.strictSame(
    life.events.filter(({ type }) => type === 'fell_due'),
    [],
  )
  t.match(live(life, 'fall_due'), [{ at: local('2026-03-18 00:00') }])
})

t.test('rungs held while an extension waits come all the same, a day later', async (t) => {
  const life = lifeIn('rectifying').does(signatory, 'request_extension', {
    new_date: day('2026-03-31'),
  })
  life.at('2026-03-24 10:00').by(changed).does(leader, 'recalculate')
  life.does(signatory, 'withdraw_request')
  t.match(life.finding, { rung: 3, due: { date: '2026-03-17' } })
  t.strictSame(
    life.events.flatMap((event) => (event.type === 'climbed' ? [event.effective_at] : [])),
    [local('2026-03-18 07:30'), local('2026-03-20 07:30'), local('2026-03-24 07:30')],
  )
})

t.test('applied before or after a return, an answer is as late', async (t) => {
  const answered = () => lifeIn('responded').at('2026-03-17 10:00').by(changed)
  const before = answered().does(leader, 'recalculate').does(handler, 'return')
  const after = lifeIn('responded').at('2026-03-17 10:00').does(handler, 'return').by(changed)
  after.does(leader, 'recalculate')
  for (const life of [before, after]) {
    t.match(life.finding.late_from, { date: '2026-03-17' })
    life.does(reporter, 'respond')
    t.equal(life.finding.round?.working_days_late, 0)
  }
})

t.test(
  'a look-back and the office’s own limit are not lost on a day that turns out worked',
  async (t) => {
    const sunday = () => ({ policy: { lookback: { days: [4], after_cycle: null } } })
    const closed = lifeIn('closed', sunday())
    t.match(live(closed, 'open_lookback'), [{ at: local('2026-03-09 07:30') }])
    closed.at('2026-03-08 10:00').by({ ...changed, exceptions: worked('2026-03-08') })
    closed.does(leader, 'recalculate')
    t.match(newest(closed, 'lookback_opened'), { effective_at: local('2026-03-08 07:30') })
  },
)
