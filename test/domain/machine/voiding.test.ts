import t from 'tap'
import { countsWithout, voidedBy } from '../../../src/domain/machine/voiding.js'
import type { Milestone } from '../../../src/domain/milestone.js'
import type { Situation } from '../../../src/domain/situation.js'
import type { MilestoneKind } from '../../../src/domain/vocabulary.js'
import { issuedLife, lifeFrom, lifeIn } from '../../helpers/domain/life.js'
import { handler, reviewer, signatory } from '../../helpers/domain/people.js'
import { day, local } from '../../helpers/domain/world.js'

const { situation } = issuedLife()
const [sample] = situation.milestones
if (!sample) throw new Error('nothing waits')

const taken = (kind: MilestoneKind, plan: number, step: number, wall: string): Milestone => ({
  ...{ ...sample, kind, plan, step, at: local(wall), outcome: 'taken' },
})

const due = taken('fall_due', 1, 0, '2026-03-17 00:00')
const first = taken('climb', 1, 1, '2026-03-17 07:30')
const second = taken('climb', 1, 2, '2026-03-19 07:30')
const all = [due, first, second]
const finding = { ...situation.finding, rung: 2, highest_rung: 2, fell_due_plan: 1 }

t.test(
  'without a voided rung the finding stands on the one before, still fallen due',
  async (t) => {
    const counts = countsWithout([second], finding, all)
    t.strictSame(counts, { rung: 1, highest_rung: 1, fell_due_plan: 1 })
  },
)

t.test('without all of them it never fell due', async (t) => {
  t.strictSame(countsWithout(all, finding, all), { rung: 0, highest_rung: 0, fell_due_plan: null })
})

t.test('where nothing is voided the counters stay, whatever rows are left', async (t) => {
  t.strictSame(countsWithout([], finding, []), { rung: 2, highest_rung: 2, fell_due_plan: 1 })
})

t.test('the rung a turn began on is never lost, and only its own plan fell due', async (t) => {
  const later = { ...finding, plan: 3, rung: 4, rung_base: 2, highest_rung: 4 }
  const fourth = taken('climb', 3, 4, '2026-03-25 07:30')
  const counts = countsWithout([fourth], later, [...all, fourth])
  t.strictSame(counts, { rung: 2, highest_rung: 2, fell_due_plan: null })
  const third = taken('climb', 3, 3, '2026-03-24 07:30')
  const up = countsWithout([fourth], later, [...all, third, fourth])
  t.strictSame(up, { rung: 3, highest_rung: 3, fell_due_plan: null })
})

t.test('a ladder that began anew has not climbed what the one before did', async (t) => {
  const anew = { ...finding, plan: 2, rung: 2, rung_base: 0, highest_rung: 2 }
  const again = [1, 2].map((step) => taken('climb', 2, step, `2026-04-0${step} 07:30`))
  const counts = countsWithout(again, anew, [...all, ...again])
  t.strictSame(counts, { rung: 0, highest_rung: 2, fell_due_plan: null })
})

t.test('a due that is void alone takes no rung with it', async (t) => {
  const moved = { ...finding, plan: 2, rung: 1, rung_base: 0 }
  const fallen = taken('fall_due', 2, 0, '2026-04-01 00:00')
  const counts = countsWithout([fallen], moved, [...all, fallen])
  t.strictSame(counts, { rung: 1, highest_rung: 2, fell_due_plan: null })
})

t.test('a cycle counts its own plans only', async (t) => {
  const reopened = { ...finding, plan: 4, cycle_plan: 4, rung: 1, rung_base: 0, highest_rung: 1 }
  const own = taken('climb', 4, 1, '2026-04-20 07:30')
  const counts = countsWithout([own], reopened, [...all, own])
  t.strictSame(counts, { rung: 0, highest_rung: 0, fell_due_plan: null })
})

t.test(
  'a paper voids the rungs from its day on, and the due only where it came in time',
  async (t) => {
    const at = (milestones: readonly Milestone[]): Situation => ({ ...situation, milestones })
    const paper = (received_on: string, effective: string) =>
      voidedBy(at(all), { received_on: day(received_on), effective_at: local(effective) })
    t.strictSame(paper('2026-03-16', '2026-03-16 00:00'), all)
    t.strictSame(paper('2026-03-17', '2026-03-17 00:00'), [first, second], 'at the very due')
    t.strictSame(paper('2026-03-18', '2026-03-18 00:00'), [second])
    t.strictSame(paper('2026-03-20', '2026-03-20 00:00'), [])
  },
)

t.test(
  'nothing is voided by an answer that is no paper, nor what was not taken in this turn',
  async (t) => {
    const early = { received_on: day('2026-03-16'), effective_at: local('2026-03-16 00:00') }
    t.strictSame(voidedBy({ ...situation, milestones: all }, { ...early, received_on: null }), [])
    const waiting = all.map((row) => ({ ...row, outcome: null }))
    t.strictSame(voidedBy({ ...situation, milestones: waiting }, early), [])
    const turned = { ...situation.finding, turn_since: first.at }
    t.strictSame(voidedBy({ ...situation, finding: turned, milestones: all }, early), [second])
  },
)

t.test('what was climbed before a pause stays climbed when later rungs are void', async (t) => {
  const life = lifeIn('rectifying').at('2026-03-19 10:00').tick()
  t.equal(life.finding.rung, 2)
  const { situation } = life
  const late = { ...situation.finding, received_at: life.now }
  const paused = lifeFrom({ ...situation, finding: late }).does(signatory, 'dispute')
  paused.later(3_600_000).does(reviewer, 'decide_request', { verdict: 'refused' })
  t.match(paused.finding, { rung: 2, due: { date: '2026-03-20' } })
  paused.at('2026-03-27 08:00').tick()
  t.equal(paused.finding.rung, 3)
  const came = { received_on: day('2026-03-27'), completed_on: day('2026-03-27') }
  paused.does(handler, 'register_response', came)
  t.match(paused.finding, { rung: 2, highest_rung: 2 })
  t.equal(paused.finding.round?.before.rung, 2)
})
