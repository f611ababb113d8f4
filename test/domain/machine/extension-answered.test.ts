import t from 'tap'
import { type Life, lifeIn, live, newest } from '../../helpers/domain/life.js'
import { handler, reporter, reviewer, signatory } from '../../helpers/domain/people.js'
import { day, local } from '../../helpers/domain/world.js'

const to = (date: string) => ({ new_date: day(date) })
const asked = (date = '2026-03-23', wall = '2026-03-09 10:00') =>
  lifeIn('rectifying').at(wall).does(signatory, 'request_extension', to(date))
const grant = { verdict: 'granted' } as const
const refuse = { verdict: 'refused' } as const
const outcomes = ({ situation }: Life, kind: string) =>
  situation.milestones.filter((row) => row.kind === kind).map(({ outcome }) => outcome)
const fallen = (life: Life) => newest(life, 'fell_due').effective_at

t.test('answering and taking the answer back erases no rung of it', async (t) => {
  const honest = asked('2026-03-23', '2026-03-13 10:00').at('2026-03-26 10:10')
  honest.does(signatory, 'withdraw_request')
  const sly = asked('2026-03-23', '2026-03-13 10:00').at('2026-03-26 10:00')
  sly.does(reporter, 'respond').at('2026-03-26 10:05').does(reporter, 'recall')
  t.strictSame(outcomes(sly, 'fall_due'), ['held'], 'what was held already waits on')
  sly.at('2026-03-26 10:10').does(signatory, 'withdraw_request')
  const ladder = ({ finding: { rung, highest_rung, fell_due_plan, due } }: Life) => ({
    ...{ rung, highest_rung, fell: fell_due_plan !== null, due: due?.date },
  })
  t.strictSame(ladder(sly), ladder(honest))
  t.equal(sly.finding.rung, 3)
})

t.test('rungs of the days on which an answer waited are not held against the unit', async (t) => {
  const life = asked('2026-03-31', '2026-03-13 10:00')
    .at('2026-03-18 10:00')
    .does(reporter, 'respond')
  life.at('2026-03-26 10:00').does(reporter, 'recall').does(signatory, 'withdraw_request')
  // Rung 1 of the 17th was owed when the answer came; those of the 19th and 23rd fell while it waited.
  t.match(life.finding, { rung: 1, highest_rung: 1 })
})

t.test('a rung of the very instant of the answer is owed', async (t) => {
  const life = asked().at('2026-03-17 07:30').does(reporter, 'respond')
  life.at('2026-03-17 07:31').does(reporter, 'recall').does(signatory, 'withdraw_request')
  t.equal(life.finding.rung, 1)
})

t.test('while an answer waits it is not taken back: the answer is recalled first', async (t) => {
  const life = asked().at('2026-03-19 10:00').does(reporter, 'respond')
  t.equal(life.refuses(signatory, 'withdraw_request'), 'NOT_IN_THIS_STATE')
  life.does(reporter, 'recall').does(signatory, 'withdraw_request')
  t.equal(life.finding.rung, 2)
})

t.test('an answer does not lapse it; granted, the new date counts for its lateness', async (t) => {
  const life = asked().at('2026-03-19 10:00').does(reporter, 'respond')
  t.equal(life.finding.round?.working_days_late, 3)
  const { plan, rounds } = life.finding
  life.does(reviewer, 'decide_request', grant)
  t.match(newest(life, 'request_decided').data, { working_days_late: 0, round: 1 })
  t.match(life.finding, {
    ...{ state: 'responded', plan, rounds, extension: null, due: { date: '2026-03-23' } },
    round: { working_days_late: 0, claimed_due: { date: '2026-03-23' } },
  })
  t.equal(live(life, 'nag_office').length, 2, 'the office’s own limits run on')
  const returned = life.at('2026-03-19 11:00').does(handler, 'return')
  t.match(returned.finding, { due: { date: '2026-03-23', basis: { rule: 'kept' } } })
  t.equal(returned.finding.late_from?.date, '2026-03-23')
})

t.test('granted to an answer that is then recalled, the new date runs', async (t) => {
  const life = asked().at('2026-03-19 10:00').does(reporter, 'respond')
  life.does(reviewer, 'decide_request', grant).at('2026-03-19 11:00').does(reporter, 'recall')
  t.match(life.finding, { state: 'rectifying', due: { date: '2026-03-23' }, rung: 0 })
  life.at('2026-03-24 08:00').tick()
  t.equal(fallen(life), local('2026-03-24 00:00'))
  t.equal(life.finding.rung, 1)
})

t.test('granted to an answer that is late all the same, it is less late', async (t) => {
  const life = asked('2026-03-18').at('2026-03-19 10:00').does(reporter, 'respond')
  t.equal(life.finding.round?.working_days_late, 3)
  life.does(reviewer, 'decide_request', grant)
  t.equal(life.finding.round?.working_days_late, 1)
})

t.test(
  'granted to an answer, the ladder it came from begins afresh, on a plan of its own',
  async (t) => {
    const late = lifeIn('rectifying').at('2026-03-19 10:00').does(reporter, 'respond')
    late.at('2026-03-19 11:00').does(handler, 'return')
    late.does(signatory, 'request_extension', to('2026-03-31')).does(reporter, 'respond')
    const { plan, last_plan, round } = late.finding
    t.match(round?.before, { rung: 2, rung_base: 2, highest_rung: 2 })
    late.does(reviewer, 'decide_request', grant)
    t.match(late.finding, {
      ...{
        state: 'responded',
        plan,
        last_plan: last_plan + 1,
        rung: 0,
        rung_base: 0,
        late_from: null,
      },
      round: {
        claimed_due: { date: '2026-03-31' },
        before: {
          ...{ plan: last_plan + 1, rung: 0, rung_base: 0, highest_rung: 2, state: 'returned' },
          due: { date: '2026-03-31' },
        },
      },
    })
    late.does(reporter, 'recall')
    t.match(late.finding, { plan: last_plan + 1, state: 'returned', due: { date: '2026-03-31' } })
    t.strictSame(
      live(late, 'climb').map(({ step }) => step),
      [1, 2, 3, 4, 5],
    )
  },
)

t.test('refused after an answer, its lateness stays by the true due', async (t) => {
  const life = asked().at('2026-03-19 10:00').does(reporter, 'respond')
  life.does(reviewer, 'decide_request', refuse)
  t.match(newest(life, 'request_decided').data, {
    moved: null,
    working_days_late: null,
    round: null,
  })
  t.match(life.finding, { round: { working_days_late: 3 }, due: { date: '2026-03-16' } })
})
