import t from 'tap'
import { issuedLife, lifeIn, live, types } from '../../helpers/domain/life.js'
import { handler, person, reporter, signatory, signedBy } from '../../helpers/domain/people.js'
import { day, local } from '../../helpers/domain/world.js'

t.test(
  'an answer may be recalled by whoever sent it or the signatory, until the review',
  async (t) => {
    const other = person('other', 'unit.reporter')
    t.equal(lifeIn('responded').refuses(other, 'recall'), 'ROLE_NOT_ALLOWED')
    t.equal(lifeIn('responded').does(reporter, 'recall').finding.state, 'rectifying')
    t.equal(lifeIn('responded').does(signatory, 'recall').finding.state, 'rectifying')
    const paper = lifeIn('responded').does(other, 'recall', {}, signedBy(signatory))
    t.equal(paper.finding.state, 'rectifying')
    const begun = lifeIn('responded').does(handler, 'begin_review')
    t.equal(begun.refuses(reporter, 'recall'), 'REVIEW_BEGUN')
    t.equal(begun.refuses(signatory, 'recall'), 'REVIEW_BEGUN')
  },
)

t.test('it leads back to the state before; an unsigned finding is signed for by now', async (t) => {
  const unsigned = issuedLife().does(reporter, 'respond').does(reporter, 'recall')
  t.equal(unsigned.finding.state, 'rectifying')
  const again = lifeIn('returned').does(reporter, 'respond').does(reporter, 'recall')
  t.equal(again.finding.state, 'returned')
  t.equal(again.finding.round, null)
  t.equal(again.finding.rounds, 2, 'the recalled round keeps its number')
})

t.test('the old plan goes on: same number, same rows', async (t) => {
  const life = lifeIn('rectifying')
  const before = life.situation
  const rows = before.milestones.filter((row) => row.outcome === null)
  life.at('2026-03-03 10:00').does(reporter, 'respond').later(1000).does(reporter, 'recall')
  t.equal(life.finding.plan, before.finding.plan)
  t.strictSame(life.finding.due, before.finding.due)
  t.strictSame(
    life.situation.milestones.filter((row) => row.outcome === null),
    rows,
  )
})

t.test(
  'a due passed meanwhile is recorded once, rungs and reminders passed are skipped',
  async (t) => {
    // Answered on Friday the 13th at noon, recalled on Thursday the 19th: −0, the due, +1 and +3 passed meanwhile.
    const life = lifeIn('rectifying').at('2026-03-13 12:00').does(reporter, 'respond')
    life.at('2026-03-19 12:00').does(reporter, 'recall')
    t.strictSame(types(life.news).slice(-2), ['recalled', 'fell_due'])
    t.equal(life.news.at(-1)?.effective_at, local('2026-03-17 00:00'))
    t.match(life.finding, { state: 'rectifying', rung: 0, highest_rung: 0 })
    const skipped = life.situation.milestones.filter((row) => row.outcome === 'skipped')
    t.strictSame(skipped.map(({ kind, step }) => `${kind} ${step}`).toSorted(), [
      'climb 1',
      'climb 2',
      'remind 0',
    ])
    t.strictSame(
      live(life, 'climb').map((row) => row.step),
      [3, 4, 5],
    )

    life.at('2026-03-20 12:00').does(reporter, 'respond').later(1000).does(reporter, 'recall')
    const fallen = life.events.filter((event) => event.type === 'fell_due')
    t.equal(fallen.length, 1, 'not again at the next recall')
    t.match(life.at('2026-03-23 08:00').tick().finding, { rung: 3, highest_rung: 3 })
  },
)

t.test('after a return too, with the rung its ladder started from', async (t) => {
  const life = lifeIn('rectifying').at('2026-03-18 10:00').does(reporter, 'respond')
  life.does(handler, 'return')
  const { plan, rung, rung_base, due, late_from } = life.finding
  t.equal(rung_base, 1)
  life.later(1000).does(reporter, 'respond').does(reporter, 'recall')
  t.match(life.finding, { plan, rung, rung_base, due, late_from })
})

t.test('a recalled answer on paper gives back the due it had voided, not its rungs', async (t) => {
  const life = lifeIn('rectifying').at('2026-03-20 10:00')
  life.does(handler, 'register_response', { received_on: day('2026-03-16') })
  t.match(life.finding, { rung: 0, fell_due_plan: null })
  life.does(signatory, 'recall')
  t.equal(life.news.at(-1)?.type, 'fell_due')
  t.match(life.finding, { rung: 0, highest_rung: 0, fell_due_plan: life.finding.plan })
  t.strictSame(
    live(life, 'climb').map((row) => row.step),
    [3, 4, 5],
  )
})

t.test('the office is no longer nagged about an answer taken back', async (t) => {
  const life = lifeIn('responded').does(reporter, 'recall')
  t.strictSame(live(life, 'nag_office'), [])
})
