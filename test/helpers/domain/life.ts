import type { Calendar } from '../../../src/domain/calendar.js'
import type { Line } from '../../../src/domain/commands.js'
import type { IssueInput } from '../../../src/domain/due.js'
import type { DeliveryProof, NewEvent } from '../../../src/domain/events.js'
import { blankFinding, type Finding } from '../../../src/domain/finding.js'
import { type Instant, plusMs } from '../../../src/domain/instant.js'
import { run } from '../../../src/domain/machine/run.js'
import type { Milestone } from '../../../src/domain/milestone.js'
import type { Policy } from '../../../src/domain/policy.js'
import type { Actor, SignedPaper, Situation } from '../../../src/domain/situation.js'
import type {
  CommandName,
  EventType,
  MilestoneKind,
  State,
} from '../../../src/domain/vocabulary.js'
import { commandFor, issueFields, KNOWN, UNIT } from './fields.js'
import { clock, handler, leader, reporter, reviewer, signatory } from './people.js'
import { local, rulesWith } from './world.js'

export interface LifeOptions {
  line?: Partial<Line>
  policy?: Partial<Policy>
  /** Wall time of the draft's issue; a Monday far from holidays unless told otherwise. */
  served?: string
  deadline?: IssueInput['deadline']
  own?: IssueInput['own']
  calendar?: Calendar
  /** The slice's proof of delivery, known from its own instant on. */
  proof?: DeliveryProof
}

type Fields<N extends CommandName> = Parameters<typeof commandFor<N>>[2]

/** One finding as a test lives through it: commands are run one after the other, on a wall clock the test moves. */
export interface Life {
  readonly situation: Situation
  readonly finding: Finding
  readonly now: Instant
  /** All events so far, and those of the last command alone. */
  readonly events: readonly NewEvent[]
  readonly news: readonly NewEvent[]
  at: (wall: string) => Life
  later: (ms: number) => Life
  /** Runs a command with its sample fields, some of them set otherwise; throws where it is refused. */
  does: <N extends CommandName>(
    who: Actor,
    name: N,
    fields?: Fields<N>,
    paper?: SignedPaper,
  ) => Life
  /** The refusal's code and field, as `CODE /field`; throws where the command is done. */
  refuses: <N extends CommandName>(
    who: Actor,
    name: N,
    fields?: Fields<N>,
    paper?: SignedPaper,
  ) => string
  /** From now on by another calendar. */
  by: (calendar: Calendar) => Life
  /** Lets a worker take what is due. */
  tick: () => Life
}

/** The draft of a finding of the unit, before its notice is issued. */
export function draftLife(options: LifeOptions = {}): Life {
  const ids = { id: 'finding', office_id: 'office', notice_id: 'notice', number: 1 }
  const now = local(options.served ?? '2026-03-02 10:00')
  const line = { unit_id: UNIT, indicator_id: 'none', ...options.line }
  const finding = { ...blankFinding({ ...ids, policy_version: 'p1' }), ...line }
  return lifeFrom({
    finding,
    milestones: [],
    actor: clock,
    now,
    rules: rulesWith(options.policy, options.calendar),
    paper: null,
    proof: options.proof ?? null,
    unit_open: true,
    target_open: true,
    known: KNOWN,
  })
}

/** The same finding, just issued: served on 2026-03-02 at 10:00, due 2026-03-16 24:00 by the default window. */
export function issuedLife(options: LifeOptions = {}): Life {
  const life = draftLife(options)
  return life.does(leader, 'issue', issueFields(life.situation, options))
}

/** A finding in a state, reached the usual way within the first day. */
export function lifeIn(state: State, options: LifeOptions = {}): Life {
  if (state === 'draft') return draftLife(options)
  const life = issuedLife(options)
  const sender = options.policy?.respond_needs_signatory ? signatory : reporter
  switch (state) {
    case 'notified':
      return life
    case 'rectifying':
      return life.does(reporter, 'acknowledge')
    case 'responded':
      return life.does(sender, 'respond')
    case 'verified':
      return life.does(sender, 'respond').does(handler, 'accept')
    case 'returned':
      return life.does(sender, 'respond').does(handler, 'return')
    case 'ongoing':
      return life.does(sender, 'respond', { result: 'partly_fixed' }).does(reviewer, 'accept_plan')
    case 'closed':
      return reported(lifeIn('verified', options)).does(leader, 'close')
    case 'withdrawn':
      return life.does(leader, 'withdraw')
  }
}

/** With the stamped report, unless it came with the answer. */
function reported(life: Life): Life {
  return life.finding.reported === 'no' ? life.does(reporter, 'register_report') : life
}

/** A life that goes on from a situation. */
export function lifeFrom(start: Situation): Life {
  let current = start
  let events: readonly NewEvent[] = []
  let news: readonly NewEvent[] = []
  const proof = start.proof

  function send<N extends CommandName>(
    actor: Actor,
    name: N,
    fields: Fields<N>,
    paper?: SignedPaper,
  ) {
    const known = proof && proof.at <= current.now ? proof : null
    const before = { ...current, actor, paper: paper ?? null, proof: known }
    const done = run(before, commandFor(name, before, fields), null)
    current = done.situation
    news = done.events
    events = [...events, ...news]
    return done.verdict
  }

  const life: Life = {
    get situation() {
      return current
    },
    get finding() {
      return current.finding
    },
    get now() {
      return current.now
    },
    get events() {
      return events
    },
    get news() {
      return news
    },
    at(wall) {
      current = { ...current, now: local(wall) }
      return life
    },
    later(ms) {
      current = { ...current, now: plusMs(current.now, ms) }
      return life
    },
    by(calendar) {
      current = { ...current, rules: { ...current.rules, calendar } }
      return life
    },
    does(who, name, fields, paper) {
      const verdict = send(who, name, fields, paper)
      if (verdict.kind === 'done') return life
      throw new Error(`${name}: ${JSON.stringify(verdict)}`)
    },
    refuses(who, name, fields, paper) {
      const verdict = send(who, name, fields, paper)
      if (verdict.kind !== 'refused') throw new Error(`${name} was not refused`)
      const { code, field } = verdict.rejection
      return field === null ? code : `${code} ${field}`
    },
    tick: () => life.does(clock, 'catch_up'),
  }
  return life
}

/** The types of events, in order. */
export const types = (events: readonly NewEvent[]): EventType[] => events.map(({ type }) => type)

/** The newest event of a type; throws where there is none. */
export function newest<T extends EventType>(life: Life, type: T): Extract<NewEvent, { type: T }> {
  const event = life.events.findLast(
    (one): one is Extract<NewEvent, { type: T }> => one.type === type,
  )
  if (!event) throw new Error(`no ${type} in ${types(life.events).join(', ')}`)
  return event
}

/** The milestones of a kind still to be taken, in order of step. */
export function live(life: Life, kind: MilestoneKind): Milestone[] {
  return life.situation.milestones
    .filter((row) => row.kind === kind && row.outcome === null)
    .toSorted((a, b) => a.step - b.step)
}
