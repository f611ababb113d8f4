import { ok, deepStrictEqual as same } from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { audienceOf } from '../../../src/domain/audience.js'
import { MACHINE } from '../../../src/domain/machine/table.js'
import type { Milestone } from '../../../src/domain/milestone.js'
import { COMMANDS, type MilestoneKind, STATES, type State } from '../../../src/domain/vocabulary.js'
import { eventsOf, type History, histories, replay } from '../../helpers/domain/history.js'

const UNITS: readonly MilestoneKind[] = ['remind', 'fall_due', 'climb']
const LIVE: Readonly<Record<State, readonly MilestoneKind[]>> = {
  draft: [],
  notified: ['deem_received', ...UNITS],
  rectifying: UNITS,
  returned: UNITS,
  ongoing: UNITS,
  responded: ['nag_office'],
  verified: ['nag_office'],
  closed: [],
  withdrawn: [],
}

holds('7: live milestones exist only for the turn that runs', ({ steps }) => {
  for (const { done, now } of steps) {
    const { finding, milestones } = done.situation
    for (const row of milestones.filter(({ outcome }) => outcome === null)) {
      ok(LIVE[finding.state].includes(row.kind), `${row.kind} in ${finding.state}`)
      same(row.plan, finding.plan)
      ok(row.at > now, `${row.kind} of ${row.at} left at ${now}`)
    }
  }
})

const keyOf = ({ plan, kind, step }: Milestone) => `${plan} ${kind} ${step}`

holds('8: a milestone is taken at most once, and never before its instant', ({ steps }) => {
  const taken = new Set<string>()
  for (const { before, done } of steps) {
    const rows = done.situation.milestones
    same(new Set(rows.map(keyOf)).size, rows.length, 'unique by plan, kind and step')
    const ended = new Map(before.milestones.map((row) => [keyOf(row), row]))
    for (const row of rows) {
      if (row.outcome === 'taken') ok(row.taken_at !== null && row.taken_at >= row.at)
      const was = ended.get(keyOf(row))
      if (was) same(row.at, was.at, 'a row that stays keeps its instant')
      if (was?.outcome !== 'taken' && row.outcome === 'taken') {
        // Only a due whose paper answer was recalled counts again.
        ok(!taken.has(keyOf(row)) || (row.kind === 'fall_due' && was?.outcome === 'void'))
        taken.add(keyOf(row))
      }
      if (was?.outcome === 'taken') ok(row.outcome === 'taken' || row.outcome === 'void')
    }
  }
})

holds(
  '8b: what is taken is recorded, at its instant, and nothing else by the clock',
  ({ steps }) => {
    for (const { before, done } of steps) {
      const clocked = done.events.filter(({ actor }) => actor.role === 'system')
      const ended = new Map(before.milestones.map((row) => [keyOf(row), row.outcome]))
      const fresh = done.situation.milestones.filter((row) => {
        const was = ended.get(keyOf(row))
        if (row.outcome === 'taken') return was !== 'taken'
        return row.outcome === 'void' && was !== 'void' && was !== 'taken'
      })
      const instants = fresh.map((row) => row.at).toSorted()
      same(clocked.map((event) => event.effective_at).toSorted(), instants)
    }
  },
)

holds('10: nothing of a draft reaches a unit', ({ start, steps }) => {
  let drafted = start.finding.state === 'draft'
  for (const { done } of steps) {
    for (const event of done.events) {
      if (event.type === 'issued') drafted = false
      if (drafted) same(audienceOf({ served_at: null }, event), 'office')
    }
  }
})

t.test('11: the record is the same whether workers ran or not', async (t) => {
  const naps = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(histories, naps, (history, asleep) => {
      const { steps } = history
      const again = replay(history, asleep)
      same(
        again.map(({ done }) => done.answer),
        steps.map(({ done }) => done.answer),
      )
      const [with_, without] = [again, steps].map((run) => run.at(-1)?.done.situation)
      same(with_?.finding, without?.finding)
      const untimed = (rows: readonly Milestone[] = []) =>
        rows.map((row) => ({ ...row, taken_at: null })).toSorted(byKey)
      same(untimed(with_?.milestones), untimed(without?.milestones))
      same(eventsOf(again).length <= eventsOf(steps).length, true)
    }),
    { numRuns: RUNS },
  )
  t.pass(`${RUNS} histories`)
})

function byKey(a: Milestone, b: Milestone): number {
  return keyOf(a) < keyOf(b) ? -1 : 1
}

t.test('random histories take every legal pair of state and command', async (t) => {
  // `ongoing` is entered by approving a fix plan, which is not built yet.
  const legal = COMMANDS.flatMap((name) =>
    MACHINE[name].from.filter((state) => state !== 'ongoing').map((state) => `${state} ${name}`),
  )
  t.equal(legal.length, 87)
  const steps = fc.sample(histories, { numRuns: 400, seed: 2026 }).flatMap((one) => one.steps)
  const taken = steps.flatMap(({ before, done, command }) => {
    const deemed = done.events.some(({ type }) => type === 'receipt_deemed')
    const state = deemed ? 'rectifying' : before.finding.state
    return done.answer.kind === 'done' ? [`${state} ${command.name}`] : []
  })
  const missing = legal.filter((pair) => !taken.includes(pair))
  t.strictSame(missing, [], `${new Set(taken).size} pairs in ${steps.length} steps`)
})
