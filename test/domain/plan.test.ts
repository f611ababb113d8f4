import t from 'tap'
import { foresee } from '../../src/domain/clock/foresee.js'
import { earliest, isSpread, planOf } from '../../src/domain/clock/plan.js'
import type { DeliveryProof } from '../../src/domain/events.js'
import type { Due, Finding } from '../../src/domain/finding.js'
import type { Instant } from '../../src/domain/instant.js'
import { MILESTONES } from '../../src/domain/vocabulary.js'
import { issuedLife, type Life, lifeIn } from '../helpers/domain/life.js'
import { day, local, rulesWith } from '../helpers/domain/world.js'

const RULES = rulesWith()
const DUE = { due_date: '2026-03-16' }
/** What follows the due of 2026-03-16, counted by hand on the calendar of 2026; the tomb-sweeping days are off. */
const TURN = [
  ['remind', 3, '2026-03-11 07:30', { working_days: -3, ...DUE }],
  ['remind', 1, '2026-03-13 07:30', { working_days: -1, ...DUE }],
  ['remind', 0, '2026-03-16 07:30', { working_days: 0, ...DUE }],
  ['fall_due', 0, '2026-03-17 00:00', DUE],
  ['climb', 1, '2026-03-17 07:30', { working_days: 1, ...DUE }],
  ['climb', 2, '2026-03-19 07:30', { working_days: 3, ...DUE }],
  ['climb', 3, '2026-03-23 07:30', { working_days: 5, ...DUE }],
  ['climb', 4, '2026-03-30 07:30', { working_days: 10, ...DUE }],
  ['climb', 5, '2026-04-07 07:30', { working_days: 15, ...DUE }],
]

const wallOf = (at: Instant) =>
  new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

function rows(finding: Finding, proof: DeliveryProof | null = null) {
  return planOf(finding, RULES, proof).map(({ kind, step, at, reason }) => {
    return [kind, step, wallOf(at), reason]
  })
}

/** The finding with its due on another day, or otherwise changed. */
const due = ({ finding }: Life, more: Partial<Due>): Finding => {
  if (!finding.due) throw new Error('no due')
  return { ...finding, due: { ...finding.due, ...more } }
}

t.test('a turn of the unit: receipt, reminders, the due, the ladder, each with why', async (t) => {
  const deemed = { served_on: '2026-03-02', working_days: 2 }
  t.strictSame(rows(issuedLife().finding), [
    ['deem_received', 1, '2026-03-05 00:00', deemed],
    ...TURN,
  ])
  t.strictSame(rows(lifeIn('rectifying').finding), TURN)
})

t.test('receipt is deemed at the due where that is earlier, and later only by proof', async (t) => {
  const soon = due(issuedLife(), { at: local('2026-03-04 12:00'), date: day('2026-03-04') })
  t.strictSame(rows(soon)[0]?.slice(0, 3), ['deem_received', 1, '2026-03-04 12:00'])
  const doubted = { ...issuedLife().finding, receipt_unproven: true }
  t.strictSame(rows(doubted), TURN, 'nobody knows that it arrived')
  const proved = (at: string) => rows(doubted, { at: local(at), how: 'contact' })[0]
  t.strictSame(proved('2026-03-09 10:00'), [
    ...['deem_received', 2, '2026-03-12 00:00'],
    { proved_on: '2026-03-09', working_days: 2 },
  ])
  const dated = (at: string) => proved(at)?.slice(0, 3)
  t.strictSame(dated('2026-03-05 00:00'), ['deem_received', 2, '2026-03-05 00:00'], 'in time')
  t.strictSame(dated('2026-03-05 00:01'), ['deem_received', 2, '2026-03-10 00:00'], 'too late')
})

t.test(
  'no reminder at or after an early due, none before a take-down, none of a day off',
  async (t) => {
    const reminded = (finding: Finding) =>
      rows(finding)
        .filter(([kind]) => kind === 'remind')
        .map(([, step, at]) => [step, at])
    const early = (at: string) =>
      reminded(due(lifeIn('rectifying'), { at: local(at), date: day('2026-03-16') })).length
    t.equal(early('2026-03-16 07:31'), 3)
    t.equal(early('2026-03-16 07:30'), 2)
    const urgent = { ...lifeIn('rectifying').finding, urgent: true }
    t.strictSame(reminded(urgent), [])
    t.equal(reminded({ ...urgent, taken_down_at: local('2026-03-02 11:00') }).length, 3)
    const sunday = due(lifeIn('rectifying'), {
      at: local('2026-03-16 00:00'),
      date: day('2026-03-15'),
    })
    t.strictSame(reminded(sunday), [
      [3, '2026-03-10 07:30'],
      [1, '2026-03-12 07:30'],
      [0, '2026-03-13 07:30'],
    ])
  },
)

t.test(
  'rungs go on from the one the plan began with, and none from a provisional due',
  async (t) => {
    const climbs = (finding: Finding) =>
      rows(finding)
        .filter(([kind]) => kind === 'climb')
        .map(([, step, at, reason]) => [step, at, reason])
    t.strictSame(climbs({ ...lifeIn('rectifying').finding, rung: 2, rung_base: 2 }), [
      [3, '2026-03-18 07:30', { working_days: 2, ...DUE }],
      [4, '2026-03-25 07:30', { working_days: 7, ...DUE }],
      [5, '2026-04-01 07:30', { working_days: 12, ...DUE }],
    ])
    const climbed = climbs({ ...lifeIn('rectifying').finding, rung: 3 })
    t.strictSame(climbed, [
      [4, '2026-03-30 07:30', { working_days: 10, ...DUE }],
      [5, '2026-04-07 07:30', { working_days: 15, ...DUE }],
    ])
    t.strictSame(climbs(due(lifeIn('rectifying'), { provisional: true })), [])
  },
)

t.test(
  'the office’s own limits: the handler the day after, the leader two days later; and its look-backs',
  async (t) => {
    t.strictSame(rows(lifeIn('responded').finding), [
      ['nag_office', 1, '2026-03-06 07:30', { since: '2026-03-02', working_days: 3 }],
      ['nag_office', 2, '2026-03-10 07:30', { since: '2026-03-02', working_days: 3 }],
    ])
    t.strictSame(rows(lifeIn('verified').finding), [
      ['nag_office', 1, '2026-03-05 07:30', { since: '2026-03-02', working_days: 2 }],
      ['nag_office', 2, '2026-03-09 07:30', { since: '2026-03-02', working_days: 2 }],
    ])
    t.strictSame(rows(lifeIn('closed').finding), [
      ['open_lookback', 1, '2026-04-02 07:30', { on: '2026-04-01' }],
      ['open_lookback', 2, '2026-06-01 07:30', { on: '2026-05-31' }],
    ])
    t.strictSame(rows({ ...lifeIn('closed').finding, seen_again: true }), [
      ['nag_office', 1, '2026-03-05 07:30', { since: '2026-03-02', working_days: 2 }],
      ['nag_office', 2, '2026-03-09 07:30', { since: '2026-03-02', working_days: 2 }],
    ])
  },
)

t.test('only what comes before an opening is spread', async (t) => {
  const early = [
    'remind',
    'climb',
    'nag_office',
    'progress_due',
    'open_lookback',
    'remind_delegate',
    'remind_support',
  ]
  t.strictSame(MILESTONES.filter(isSpread), early)
})

t.test('the earliest of those that live', async (t) => {
  const { milestones } = issuedLife().situation
  t.equal(earliest(milestones)?.row.kind, 'deem_received')
  const taken = milestones.map((row) =>
    row.kind === 'deem_received' ? { ...row, outcome: 'taken' as const } : row,
  )
  t.match(earliest(taken.toReversed()), { at: local('2026-03-11 07:30'), row: { step: 3 } })
  t.equal(earliest([]), null)
})

t.test('what is foreseen includes the last instant and begins with what is late', async (t) => {
  const { situation } = lifeIn('rectifying')
  const kinds = (until: string, now = '2026-03-02 10:00') =>
    foresee({ ...situation, now: local(now) }, local(until)).map(({ at, messages }) => [
      wallOf(at),
      ...messages.map(({ kind }) => kind),
    ])
  t.strictSame(kinds('2026-03-11 07:29'), [])
  t.strictSame(kinds('2026-03-11 07:30'), [['2026-03-11 07:30', 'reminder']])
  t.strictSame(kinds('2026-03-13 07:30', '2026-03-12 10:00'), [
    ['2026-03-12 10:00', 'reminder'],
    ['2026-03-13 07:30', 'reminder'],
  ])
})
