import fc from 'fast-check'
import t from 'tap'
import { closingsBetween } from '../../src/domain/hours.js'
import { plusMs } from '../../src/domain/instant.js'
import { timeLedger } from '../../src/domain/time-ledger.js'
import { EVENTS, type EventType } from '../../src/domain/vocabulary.js'
import { type Life, lifeIn } from '../helpers/domain/life.js'
import { handler, reporter, reviewer, signatory } from '../helpers/domain/people.js'
import { DAY, day, HOUR, local, rulesWith } from '../helpers/domain/world.js'

const RULES = rulesWith()
const START = local('2026-03-02 10:00')
const of = ({ events, now }: Life) => timeLedger(RULES, events, now)
const shown = (life: Life) =>
  of(life).stretches.map(({ holder, working_days, running }) =>
    [holder, working_days, ...(running ? ['running'] : [])].join(' '),
  )

t.test('each working day belongs to whoever held the finding when it closed', async (t) => {
  const rectifying = lifeIn('rectifying').at('2026-03-06 18:00')
  t.strictSame(shown(rectifying), ['unit 5 running'])
  const answered = rectifying.at('2026-03-09 10:00').does(reporter, 'respond')
  t.strictSame(shown(answered.at('2026-03-11 18:00')), ['unit 5', 'office 3 running'])
  const returned = answered.at('2026-03-12 10:00').does(handler, 'return')
  t.strictSame(shown(returned.at('2026-03-12 18:00')), ['unit 5', 'office 3', 'unit 1 running'])
  t.strictSame(of(returned.at('2026-03-12 18:00')).working_days, {
    ...{ unit: 6, office: 3, transfer: 0, former_unit: 0 },
  })
})

t.test('a closed finding takes nobody’s time, a reopened one the unit’s again', async (t) => {
  const closed = lifeIn('closed')
  const sums = of(closed).working_days
  t.same(of(closed.at('2026-06-01 10:00')).working_days, sums)
  t.notOk(of(closed).stretches.some(({ running }) => running))
  const again = closed.at('2026-06-01 10:00').does(reviewer, 'reopen').at('2026-06-01 18:00')
  t.same(of(again).working_days, { ...sums, unit: sums.unit + 1 })
})

t.test('an answer that was recalled counts as never given', async (t) => {
  const answered = lifeIn('rectifying').at('2026-03-05 10:00').does(reporter, 'respond')
  const recalled = answered.at('2026-03-06 10:00').does(reporter, 'recall').at('2026-03-06 18:00')
  t.strictSame(shown(recalled), ['unit 5 running'])
})

t.test('an answer on paper ends the unit’s time on the day it was received', async (t) => {
  const entered = lifeIn('rectifying')
    .at('2026-03-10 10:00')
    .does(handler, 'register_response', {
      received_on: day('2026-03-06'),
      completed_on: day('2026-03-05'),
    })
  t.strictSame(shown(entered), ['unit 4', 'office 2 running'])
})

t.test('a dispute taken back, or overtaken by the answer, ends the office’s time', async (t) => {
  const raised = () => lifeIn('rectifying').at('2026-03-03 10:00').does(signatory, 'dispute')
  const back = raised().at('2026-03-05 10:00').does(signatory, 'withdraw_request')
  t.strictSame(shown(back.at('2026-03-05 18:00')), ['unit 1', 'office 2', 'unit 1 running'])
  const answered = raised().at('2026-03-05 10:00').does(reporter, 'respond')
  t.strictSame(shown(answered.at('2026-03-05 18:00')), [
    'unit 1',
    'office 2',
    'unit 0',
    'office 1 running',
  ])
  const asked = lifeIn('rectifying').does(signatory, 'request_extension')
  asked.at('2026-03-04 10:00').does(signatory, 'withdraw_request')
  t.strictSame(
    shown(asked.at('2026-03-04 18:00')),
    ['unit 3 running'],
    'an extension is the unit’s',
  )
})

t.test('what becomes of an extension gives the finding to nobody else', async (t) => {
  const asked = () => lifeIn('rectifying').does(signatory, 'request_extension')
  const answered = asked().at('2026-03-03 10:00').does(reporter, 'respond')
  answered.at('2026-03-04 10:00').does(reviewer, 'decide_request')
  t.strictSame(shown(answered.at('2026-03-04 18:00')), ['unit 1', 'office 2 running'])
  const paused = asked().at('2026-03-03 10:00').does(signatory, 'dispute')
  const request_id = paused.finding.extension?.id ?? ''
  paused.at('2026-03-04 10:00').does(signatory, 'withdraw_request', { request_id })
  t.strictSame(shown(paused.at('2026-03-04 18:00')), ['unit 1', 'office 2 running'])
})

t.test('the days of a former unit are no longer the unit’s', async (t) => {
  const life = lifeIn('rectifying').at('2026-03-04 10:00').does(reviewer, 'reassign')
  t.strictSame(shown(life.at('2026-03-05 18:00')), ['former_unit 2', 'unit 2 running'])
  const paused = lifeIn('rectifying').at('2026-03-03 10:00').does(signatory, 'dispute')
  paused.at('2026-03-05 10:00').does(reviewer, 'reassign')
  t.strictSame(shown(paused.at('2026-03-05 18:00')), [
    'former_unit 1',
    'office 2',
    'unit 1 running',
  ])
})

t.test(
  'a transfer takes its own time, and the office’s while it looks into a dispute',
  async (t) => {
    const asked = lifeIn('rectifying').at('2026-03-03 10:00').does(signatory, 'request_transfer')
    t.strictSame(shown(asked.at('2026-03-04 18:00')), ['unit 1', 'transfer 2 running'])
    asked.at('2026-03-05 10:00').does(signatory, 'dispute')
    const request_id = asked.finding.dispute?.id ?? ''
    asked.at('2026-03-06 10:00').does(reviewer, 'decide_request', {
      ...{ request_id, verdict: 'refused', reason: '属实' },
    })
    asked.at('2026-03-09 10:00').does(reviewer, 'decide_request', {
      ...{ verdict: 'refused', reason: '属本单位职责' },
    })
    t.strictSame(shown(asked.at('2026-03-09 18:00')), [
      ...['unit 1', 'transfer 2', 'office 1', 'transfer 1', 'unit 1 running'],
    ])
    const given = lifeIn('rectifying').at('2026-03-03 10:00').does(signatory, 'request_transfer')
    given.at('2026-03-05 10:00').does(reviewer, 'decide_request')
    t.strictSame(shown(given.at('2026-03-05 18:00')), [
      ...['former_unit 1', 'transfer 2', 'former_unit 0', 'unit 1 running'],
    ])
    t.strictSame(of(given).working_days, { unit: 1, office: 0, transfer: 2, former_unit: 1 })
    given.does(reviewer, 'withdraw').at('2026-03-10 18:00')
    t.equal(shown(given).length, 4, 'nothing is paused any more')
  },
)

t.test('a pause ends with what paused, and is not carried into another tenure', async (t) => {
  const no = { verdict: 'refused', reason: '属实' } as const
  const both = lifeIn('rectifying').at('2026-03-03 10:00').does(signatory, 'dispute')
  both.at('2026-03-04 10:00').does(signatory, 'request_transfer')
  const proposed = { ...no, request_id: both.finding.dispute?.id ?? '' }
  both.does(handler, 'propose_decision', proposed)
  both.at('2026-03-05 10:00').does(reviewer, 'decide_request', proposed)
  both.at('2026-03-06 10:00').does(reviewer, 'decide_request', no)
  t.strictSame(shown(both.at('2026-03-06 18:00')), [
    ...['unit 1', 'office 2', 'transfer 1', 'unit 1 running'],
  ])
  const moved = lifeIn('rectifying').does(signatory, 'request_transfer').does(reviewer, 'reassign')
  moved.at('2026-03-03 10:00').does(signatory, 'dispute')
  moved.at('2026-03-04 10:00').does(reviewer, 'decide_request', no)
  t.strictSame(of(moved.at('2026-03-04 18:00')).working_days, {
    ...{ unit: 2, office: 1, transfer: 0, former_unit: 0 },
  })
  const recalled = lifeIn('rectifying').at('2026-03-03 10:00').does(signatory, 'dispute')
  recalled.does(reporter, 'respond').does(reporter, 'recall')
  recalled.at('2026-03-04 10:00').does(signatory, 'request_transfer')
  t.strictSame(shown(recalled.at('2026-03-05 18:00')), [
    ...['unit 1', 'office 0', 'unit 1', 'transfer 2 running'],
  ])
})

t.test('a plan hands the finding back to its unit', async (t) => {
  const life = lifeIn('rectifying').does(reporter, 'respond', { result: 'partly_fixed' })
  life.at('2026-03-04 10:00').does(reviewer, 'accept_plan')
  t.strictSame(shown(life.at('2026-03-04 18:00')), ['unit 0', 'office 2', 'unit 1 running'])
})

t.test('the stretches fill the time between them, and no day is counted twice', async () => {
  const instants = fc.array(fc.integer({ min: 0, max: 90 * 24 }), { minLength: 2, maxLength: 12 })
  const types = ['responded', 'returned', 'accepted', 'recalled'] as const
  fc.assert(
    fc.property(instants, fc.array(fc.constantFrom(...types)), (hours, following) => {
      const at = hours.toSorted((a, b) => a - b).map((hour) => plusMs(START, hour * HOUR))
      const [first, last] = [at[0] ?? START, at.at(-1) ?? START]
      const events = at.map((effective_at, index) => {
        const type =
          index === 0 ? ('issued' as const) : (following[index] ?? ('commented' as const))
        return { type, effective_at, data: {} }
      })
      // Only an answer can be recalled.
      const legal = events.filter(
        ({ type }, index) => type !== 'recalled' || events[index - 1]?.type === 'responded',
      )
      const { working_days } = timeLedger(RULES, legal, last)
      const whole = closingsBetween(RULES.calendar, RULES.hours, first, last)
      return working_days.unit + working_days.office === whole
    }),
  )
})

t.test('only what hands the finding over ends somebody’s time', async (t) => {
  const handing = ['issued', 'responded', 'recalled', 'accepted', 'returned', 'reopened']
  const ending = ['closed', 'closed_unreported', 'withdrawn', 'released']
  const now = plusMs(START, 10 * DAY)
  const after = (type: EventType) => [
    { type: 'issued' as const, effective_at: START, data: {} },
    { type, effective_at: plusMs(START, DAY), data: {} },
  ]
  for (const type of EVENTS.filter((one) => !handing.includes(one))) {
    const { stretches } = timeLedger(RULES, after(type), now)
    const ended = ending.includes(type)
    t.strictSame(
      stretches.map(({ holder, running }) => ({ holder, running })),
      [{ holder: type === 'released' ? 'former_unit' : 'unit', running: !ended }],
      type,
    )
    t.equal(stretches[0]?.until, ended ? plusMs(START, DAY) : now, type)
  }
  t.strictSame(
    timeLedger(RULES, [{ type: 'drafted', effective_at: START, data: {} }], now).stretches,
    [],
  )
})

t.test(
  'a recall takes back the newest answer alone, and a paper is never earlier than the turn',
  async (t) => {
    const happened = (type: EventType, wall: string) => ({
      type,
      effective_at: local(wall),
      data: {},
    })
    const rules = rulesWith()
    const { stretches } = timeLedger(
      rules,
      [
        happened('issued', '2026-03-02 10:00'),
        happened('responded', '2026-03-04 10:00'),
        happened('returned', '2026-03-05 10:00'),
        happened('responded', '2026-03-06 10:00'),
        happened('recalled', '2026-03-06 11:00'),
        happened('responded', '2026-03-05 09:00'),
      ],
      local('2026-03-09 10:00'),
    )
    t.strictSame(
      stretches.map(({ holder, from, until }) => [holder, from, until]),
      [
        ['unit', local('2026-03-02 10:00'), local('2026-03-04 10:00')],
        ['office', local('2026-03-04 10:00'), local('2026-03-05 10:00')],
        ['unit', local('2026-03-05 10:00'), local('2026-03-05 10:00')],
        ['office', local('2026-03-05 10:00'), local('2026-03-09 10:00')],
      ],
    )
  },
)
