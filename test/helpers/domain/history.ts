import fc from 'fast-check'
import type { Calendar } from '../../../src/domain/calendar.js'
import { takeDue } from '../../../src/domain/clock/advance.js'
import type { Command } from '../../../src/domain/commands.js'
import type { DeliveryProof, NewEvent } from '../../../src/domain/events.js'
import { type Instant, plusDays, plusMs, timeOf, toEpoch } from '../../../src/domain/instant.js'
import { permitted } from '../../../src/domain/machine/decide.js'
import { type Run, run } from '../../../src/domain/machine/run.js'
import { MACHINE } from '../../../src/domain/machine/table.js'
import { type Situation, SYSTEM_ACTOR } from '../../../src/domain/situation.js'
import { COMMANDS, type CommandName } from '../../../src/domain/vocabulary.js'
import { CAST, type Part } from './cast.js'
import { commandFor, issueFields } from './fields.js'
import { draftLife, type LifeOptions } from './life.js'
import { VARIANTS } from './variants.js'
import { CALENDARS, DAY, day, HOUR, local, MINUTE } from './world.js'

/** One throw of the dice: how long to wait, which command, by whom, in which variant. */
export interface Throw {
  wait: number
  choice: number
  variant: number
}

/** A command as it was sent, to be sent again. */
export interface Sent extends Part {
  command: Command
  now: Instant
  /** The calendar that comes into force with it. */
  calendar?: Calendar
}

export interface Step extends Sent {
  before: Situation
  done: Run
}

export interface History {
  start: Situation
  /** How far into each wait a worker wakes, as a share of it. */
  naps: readonly number[]
  steps: readonly Step[]
}

/** How long a throw may wait. */
export const WAITS = [0, 1, 10 * MINUTE, 3 * HOUR, DAY, DAY, 2 * DAY, 3 * DAY, 7 * DAY, 25 * DAY]

/** How often a command is drawn in the states it starts from; what ends a life early is drawn seldom. */
const WEIGHTS: Partial<Record<CommandName, number>> = {
  issue: 40,
  acknowledge: 6,
  name_supporting: 4,
  contribute: 3,
  report_takedown: 6,
  respond: 18,
  register_response: 8,
  recall: 8,
  begin_review: 6,
  accept: 16,
  accept_plan: 16,
  return: 10,
  close: 28,
  close_unreported: 60,
  reopen: 12,
  reassign: 4,
  reschedule: 2,
  request_extension: 12,
  dispute: 8,
  request_transfer: 8,
  give_view: 4,
  withdraw_request: 4,
  propose_decision: 9,
  decide_request: 16,
  record_instruction: 1,
  erase_words: 1,
  register_report: 6,
  record_retest: 8,
  correct: 6,
  withdraw: 1,
  revoke: 1,
  follow: 4,
  recalculate: 4,
}

/** As many commands a life is long at most; the night's hunt looks at longer ones. */
const COMMANDS_AT_MOST = Number(process.env.STEPS ?? 30)

const throws = fc.array(
  fc.record({ wait: fc.nat(WAITS.length - 1), choice: fc.nat(), variant: fc.nat(999_999) }),
  { minLength: 15, maxLength: COMMANDS_AT_MOST },
)

const counts_from = fc.constantFrom('receipt' as const, 'service' as const)
const days = fc.integer({ min: 1, max: 10 })
const said = { counts_from, words: fc.constant('5个工作日内') }
const period = fc.oneof(
  fc.record({ kind: fc.constant('working_days' as const), working_days: days, ...said }),
  fc.record({ kind: fc.constant('calendar_days' as const), calendar_days: days, ...said }),
  fc.record({
    kind: fc.constant('hours' as const),
    hours: fc.integer({ min: 1, max: 72 }),
    ...said,
  }),
)

/** Days around the first service and long after it, some of them off, some past: then the issue is refused. */
const dates = fc.nat(60).map((days) => plusDays(day('2026-02-27'), days))
const times = fc.option(fc.constantFrom(...['00:00', '07:00', '12:00', '23:59'].map(timeOf)))

const named = fc.record({
  kind: fc.constant('date' as const),
  date: dates,
  time: times,
  inclusive: fc.boolean(),
  day_off: fc.constantFrom('roll_on' as const, 'bring_forward' as const),
  words: fc.constant('3月底前'),
})

export const options: fc.Arbitrary<LifeOptions> = fc.record({
  line: fc.record({
    severity: fc.constantFrom('veto', 'major', 'deduction', 'management'),
    handling: fc.constantFrom('normal', 'normal', 'sensitive', 'offline'),
    urgent: fc.boolean(),
  }),
  policy: fc.record({
    stamped_report: fc.constantFrom('before_closing', 'before_closing', 'with_answer', 'never'),
    respond_needs_signatory: fc.constantFrom(false, false, true),
    lookback: fc.constantFrom(
      { days: [30, 90], after_cycle: 3 },
      { days: [2, 5, 5], after_cycle: null },
      { days: [], after_cycle: 3 },
    ),
  }),
  served: fc.constantFrom('2026-03-02 10:00', '2026-03-06 18:00', '2026-09-25 11:00'),
  deadline: fc.option(fc.oneof(period, named)),
  own: fc.option(fc.record({ date: dates, time: times })),
  calendar: fc.constantFrom(CALENDARS.usual, CALENDARS.usual, CALENDARS.provisional),
  proof: fc.option(
    fc.nat(12).map((days) => ({ at: plusMs(local('2026-03-02 12:00'), days * DAY), how: 'mail' })),
    { nil: undefined },
  ),
}) as fc.Arbitrary<LifeOptions>

/** Random histories of one finding, from its draft on. */
export const histories: fc.Arbitrary<History> = fc
  .tuple(options, throws, fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }))
  .map(([chosen, dice, naps]) => {
    const start = draftLife(chosen).situation
    return { start, steps: play(start, dice, chosen), naps }
  })

function play(start: Situation, dice: readonly Throw[], chosen: LifeOptions): Step[] {
  const steps: Step[] = []
  let current = start
  for (const one of dice) {
    const now = plusMs(current.now, WAITS[one.wait] ?? 0)
    current = { ...current, now, proof: known(start, now) }
    const drawn = draw(current, one, chosen, { cast: CAST, commands: COMMANDS })
    for (const sent of drawn.calendar ? [{ ...CAUGHT, now }, drawn] : [drawn]) {
      const step = send(current, sent)
      steps.push(step)
      current = step.done.situation
    }
  }
  return steps
}

/** The same commands at the same instants, with workers that also wake in between; and all that was recorded. */
export function replay({ start, steps, naps }: History): {
  steps: readonly Step[]
  events: readonly NewEvent[]
} {
  let current = start
  let events: readonly NewEvent[] = []
  const again = steps.map(({ before: _before, done: _done, ...sent }, index) => {
    const { now } = sent
    const nap = naps[index % naps.length] ?? 1
    const woken = plusMs(current.now, Math.floor((toEpoch(now) - toEpoch(current.now)) * nap))
    const caught = takeDue({ ...current, now: woken, proof: known(start, woken) })
    current = { ...caught.situation, now, proof: known(start, now) }
    const step = send(current, sent)
    current = step.done.situation
    events = [...events, ...caught.events, ...step.done.events]
    return step
  })
  return { steps: again, events }
}

/** All that was recorded in some steps, by people and by the clock. */
export const eventsOf = (steps: readonly Step[]): NewEvent[] =>
  steps.flatMap(({ done }) => done.events)

function send(current: Situation, sent: Sent): Step {
  const { actor, paper, command } = sent
  const calendar = sent.calendar ?? current.rules.calendar
  const before = { ...current, actor, paper, rules: { ...current.rules, calendar } }
  const done = run(before, command, null)
  // Where nobody may apply it the old calendar goes on.
  const { rejection } = { rejection: null, ...done.verdict }
  const { rules } = !rejection || rejection.code === 'NOTHING_TO_CHANGE' ? before : current
  return { ...sent, before, done: { ...done, situation: { ...done.situation, rules } } }
}

/** Before the calendar changes, what is due is taken by the one that was in force. */
const CAUGHT: Pick<Sent, 'actor' | 'paper' | 'command'> = {
  actor: SYSTEM_ACTOR,
  paper: null,
  command: { name: 'catch_up' },
}

/** Proof of delivery counts from when it is known. */
function known({ proof }: Situation, now: Instant): DeliveryProof | null {
  return proof && proof.at <= now ? proof : null
}

/** Who may be drawn to act, and what may be drawn to be sent. */
export interface Company {
  cast: readonly Part[]
  commands: readonly CommandName[]
}

/** Draws a command that may be sent, or now and then one that may not. */
export function draw(
  current: Situation,
  { choice, variant }: Throw,
  chosen: LifeOptions,
  { cast: everybody, commands }: Company,
): Sent {
  const { situation } = takeDue(current)
  const { state } = situation.finding
  const wild = choice % 16 === 0
  const drawn = wild ? commands : commands.filter((one) => MACHINE[one].from.includes(state))
  const weighted = drawn.flatMap((one) => Array.from({ length: WEIGHTS[one] ?? 2 }, () => one))
  const name = weighted[Math.floor(choice / 16) % weighted.length] ?? 'catch_up'
  const calendar = name === 'recalculate' ? { calendar: pick(variant) } : {}
  const ruled = { ...situation, rules: { ...situation.rules, ...calendar } }
  const able = everybody.filter((one) => permitted({ ...ruled, ...one }, name) === null)
  const cast = wild || able.length === 0 ? everybody : able
  const part = cast[variant % cast.length] ?? { actor: SYSTEM_ACTOR, paper: null }
  const mine = { ...ruled, ...part }
  const fields =
    name === 'issue' ? issueFields(mine, chosen) : VARIANTS[name]?.(mine, diceOf(variant))
  return { ...part, ...calendar, command: commandFor(name, mine, fields), now: current.now }
}

const versions = Object.values(CALENDARS)
const pick = (variant: number) => versions[variant % versions.length] ?? CALENDARS.usual

/** Further throws from one, the same every time. */
function diceOf(seed: number): (size: number) => number {
  let state = seed
  return (size) => {
    state = (state * 7919 + 104_729) % 1_000_003
    return state % size
  }
}
