import { ok, deepStrictEqual as same } from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { audienceOf } from '../../../src/domain/audience.js'
import { planOf } from '../../../src/domain/clock/plan.js'
import { earliestProof } from '../../../src/domain/clock/take.js'
import type { Finding } from '../../../src/domain/finding.js'
import { MACHINE } from '../../../src/domain/machine/table.js'
import { messagesOf } from '../../../src/domain/messages.js'
import type { Milestone, Wanted } from '../../../src/domain/milestone.js'
import {
  COMMANDS,
  type MilestoneKind,
  type Outcome,
  REQUEST_COMMANDS,
  type State,
} from '../../../src/domain/vocabulary.js'
import { localDateOf } from '../../../src/domain/zone.js'
import { everyHistory, type Laws } from '../../helpers/domain/every-history.js'
import { eventsOf, histories, replay, type Step } from '../../helpers/domain/history.js'

const UNITS: readonly MilestoneKind[] = [
  'remind',
  'remind_delegate',
  'remind_support',
  'fall_due',
  'climb',
]
const LIVE: Readonly<Record<State, readonly MilestoneKind[]>> = {
  draft: [],
  notified: ['deem_received', ...UNITS],
  rectifying: UNITS,
  returned: UNITS,
  ongoing: [...UNITS, 'progress_due'],
  responded: ['nag_office'],
  verified: ['nag_office'],
  closed: ['open_lookback', 'nag_office'],
  withdrawn: [],
}

/** lifecycle.md: an extension holds the rows from the due on, a pause every row but the office's. */
function isHeldBack({ extension, dispute, transfer }: Finding, kind: MilestoneKind): boolean {
  if (kind === 'nag_office') return false
  const pauses = dispute?.pauses === true || transfer?.pauses === true
  return pauses || (extension !== null && /^(fall_due|climb)$/.test(kind))
}

const UNITS_TURN: readonly State[] = ['notified', 'rectifying', 'returned', 'ongoing']

const keyOf = ({ plan, kind, step }: Milestone) => `${plan} ${kind} ${step}`

/** The rows a step took, also those its own answer then made void. */
function takenIn({ before, done }: Step): Milestone[] {
  const was = new Map<string, Outcome | null>(
    before.milestones.map((row) => [keyOf(row), row.outcome]),
  )
  return done.situation.milestones.filter((row) => {
    const earlier = was.get(keyOf(row))
    if (row.outcome === 'taken') return earlier !== 'taken'
    return row.outcome === 'void' && earlier !== 'void' && earlier !== 'taken'
  })
}

const LAWS: Laws = {
  '7: live milestones exist only for the turn that runs, an open request’s office clock, or look-backs':
    ({ steps }) => {
      for (const { done, now } of steps) {
        const { finding, milestones } = done.situation
        const { extension, dispute, transfer } = finding
        const asks = [extension, dispute, transfer].some((one) => one !== null)
        for (const row of milestones.filter(({ outcome }) => outcome === null)) {
          const office = asks && row.kind === 'nag_office' && row.step > 2
          ok(office || LIVE[finding.state].includes(row.kind), `${row.kind} in ${finding.state}`)
          ok(!isHeldBack(finding, row.kind), `${row.kind} is held`)
          same(row.plan, finding.plan)
          ok(row.at > now, `${row.kind} of ${row.at} left at ${now}`)
        }
      }
    },

  '7: the live milestones are those of the plan that are still to come': ({ steps }) => {
    const named = (rows: readonly Wanted[]) =>
      rows.map(({ kind, step, at }) => `${kind} ${step} ${at}`).toSorted()
    let moved = false
    for (const { done, now, calendar } of steps) {
      moved ||= calendar !== undefined
      const { finding, milestones, rules, proof } = done.situation
      // What was done is not done again where a new calendar would have had it later.
      const spent = (want: Wanted) =>
        moved &&
        milestones.some(({ plan, kind, step, outcome }) => {
          // Of a request the office is reminded once, whatever plan runs.
          const mine = plan === finding.plan || (kind === 'nag_office' && step > 2)
          return mine && kind === want.kind && step === want.step && outcome === 'taken'
        })
      const wanted = planOf(finding, rules, earliestProof(finding, proof))
      const live = milestones.filter(({ outcome }) => outcome === null)
      const coming = wanted.filter(
        (want) => want.at > now && !isHeldBack(finding, want.kind) && !spent(want),
      )
      same(named(live), named(coming))
      const held = milestones.filter(({ outcome }) => outcome === 'held')
      for (const row of held) {
        ok(isHeldBack(finding, row.kind), `${row.kind} is held by nothing`)
        // While an answer waits, what was owed when it came is kept for a recall.
        const { round } = finding
        const owed = round !== null && row.at <= round.effective_at
        same(
          row.plan,
          UNITS_TURN.includes(finding.state) ? finding.plan : owed && round.before.plan,
        )
      }
    }
  },

  '7: a closed finding is looked at again as its closing planned, each time once, until it is seen again':
    ({ steps }) => {
      let planned: readonly string[] = []
      let opened = 0
      for (const event of eventsOf(steps)) {
        if (event.type === 'closed' || event.type === 'closed_unreported') planned = []
        if (event.type === 'lookbacks_planned') {
          planned = event.data.on
          opened = 0
        }
        if (event.type === 'reopened') planned = []
        if (event.type !== 'lookback_opened') continue
        ok(event.data.number > opened, 'once, in order')
        opened = event.data.number
        same(event.data.on, planned[opened - 1])
        ok(localDateOf('Asia/Shanghai', event.effective_at) > event.data.on, 'after its day')
      }
      for (const { before, done } of steps) {
        const { finding } = done.situation
        if (before.finding.seen_again && finding.seen_again) {
          ok(!done.events.some(({ type }) => type === 'lookback_opened'), 'seen again already')
        }
      }
    },

  '8: a milestone is taken at most once, and never before its instant': ({ steps }) => {
    const seen = new Map<string, Outcome | null>()
    for (const step of steps) {
      const rows = step.done.situation.milestones
      same(new Set(rows.map(keyOf)).size, rows.length, 'unique by plan, kind and step')
      for (const row of takenIn(step)) {
        ok(row.taken_at !== null && row.taken_at >= row.at)
        // Only a due whose paper answer was recalled is recorded again.
        const again = row.kind === 'fall_due' && seen.get(keyOf(row)) === 'void'
        ok(!seen.has(keyOf(row)) || again, `${keyOf(row)} again`)
      }
      const stored = new Map(step.before.milestones.map((row) => [keyOf(row), row]))
      for (const row of rows) {
        const was = stored.get(keyOf(row))
        // A new calendar moves what is ahead, and what comes back comes back by it.
        const back = /^(cancelled|void)$/.test(was?.outcome ?? '') && row.outcome !== was?.outcome
        const moves = step.command.name === 'recalculate' || back
        if (was?.kind === 'deem_received' && !moves)
          ok(row.at <= was.at, 'earlier proof, earlier receipt')
        else if (was && !moves) same(row.at, was.at, 'a row that stays keeps its instant')
        if (was?.outcome === 'taken') ok(row.outcome === 'taken' || row.outcome === 'void')
        if (row.outcome === 'taken' || row.outcome === 'void') seen.set(keyOf(row), row.outcome)
      }
    }
  },

  '8: a due falls at its own instant, and whose turn it is has none that passed unrecorded': ({
    steps,
  }) => {
    for (const { done, now } of steps) {
      for (const event of done.events) {
        if (event.type === 'fell_due') same(event.effective_at, event.data.due.at)
      }
      const { due, state, extension, ...finding } = done.situation.finding
      const held = extension !== null || isHeldBack({ ...done.situation.finding }, 'remind')
      if (!UNITS_TURN.includes(state) || held || due === null || now < due.at) continue
      same(finding.fell_due_plan, finding.plan, `${due.at} passed unrecorded by ${now}`)
    }
  },

  '8: what is taken is recorded at its instant, and the clock records nothing else': ({
    steps,
  }) => {
    for (const step of steps) {
      const clocked = step.done.events.filter(({ actor }) => actor.role === 'system')
      const recorded = clocked.map((event) => event.effective_at).toSorted()
      const instants = takenIn(step).map((row) => row.at)
      same(recorded, instants.toSorted())
    }
  },

  '10: nothing of a draft reaches a unit': ({ steps }) => {
    for (const { before, done } of steps) {
      const after = done.situation.finding
      if (before.finding.state !== 'draft' || after.served_at !== null) continue
      for (const event of done.events) same(audienceOf(after, event), 'office')
      same(
        messagesOf(after, done.situation.rules.policy, done.events, 1),
        [],
        'and nothing is said',
      )
    }
  },

  '11: the record is the same whether workers ran or not': (history) => {
    const worked = replay(history)
    same(worked.events, eventsOf(history.steps))
    same(
      worked.steps.map(({ done }) => done.verdict),
      history.steps.map(({ done }) => done.verdict),
    )
    const [busy, idle] = [worked.steps, history.steps].map((steps) => steps.at(-1)?.done.situation)
    same(busy?.finding, idle?.finding)
    const untimed = (rows: readonly Milestone[] = []) =>
      new Map(rows.map((row) => [keyOf(row), { ...row, taken_at: null }]))
    same(untimed(busy?.milestones), untimed(idle?.milestones))
  },
}

t.test('random histories keep the invariants of the clock', async (t) => everyHistory(t, LAWS))

t.test('random histories take every legal pair of state and command', async (t) => {
  // Never to be had: an urgent answer brings its take-down before any return or plan, whoever asks for something has
  // received the notice, and a plan answers whatever was asked.
  const missing = ({ state, name }: { state: State; name: string }) =>
    (['returned', 'ongoing'].includes(state) && name === 'report_takedown') ||
    (['notified', 'ongoing'].includes(state) && REQUEST_COMMANDS.some((one) => one === name))
  const legal = COMMANDS.flatMap((name) => MACHINE[name].from.map((state) => ({ state, name })))
    .filter((pair) => !missing(pair))
    .map(({ state, name }) => `${state} ${name}`)
  // A rare pair may keep one sample waiting; one that no rule lets through keeps all of them waiting.
  const taken = new Set<string>()
  let steps = 0
  for (let sample = 0; sample < SAMPLES && legal.some((pair) => !taken.has(pair)); sample++) {
    for (const step of stepsOf(2026 + sample)) {
      steps += 1
      if (step.done.verdict.kind === 'done') taken.add(pairOf(step))
    }
  }
  const untaken = legal.filter((pair) => !taken.has(pair))
  t.strictSame(untaken, [], `all ${legal.length} pairs in ${steps} steps`)
})

const SAMPLES = 16

function stepsOf(seed: number): Step[] {
  return fc.sample(histories, { numRuns: 250, seed }).flatMap((one) => one.steps)
}

/** The state a command was decided in: what the clock took first counts. */
function pairOf({ before, done, command }: Step): string {
  const deemed = done.events.some(({ type }) => type === 'receipt_deemed')
  return `${deemed ? 'rectifying' : before.finding.state} ${command.name}`
}
