import { ok, deepStrictEqual as same } from 'node:assert/strict'
import t from 'tap'
import type { NewEvent } from '../../../src/domain/events.js'
import { evolve } from '../../../src/domain/evolve/evolve.js'
import { blankFinding, DUE_RULES, type Finding } from '../../../src/domain/finding.js'
import { run } from '../../../src/domain/machine/run.js'
import { everyHistory, type Laws } from '../../helpers/domain/every-history.js'
import { eventsOf, type History, type Step } from '../../helpers/domain/history.js'
import { clock } from '../../helpers/domain/people.js'

/** Calls back with every event and the finding before and after it. */
function eachEvent(
  { start, steps }: History,
  check: (event: NewEvent, before: Finding, after: Finding, step: Step) => void,
): void {
  let finding = start.finding
  for (const step of steps) {
    for (const event of step.done.events) {
      const after = evolve(finding, event)
      check(event, finding, after, step)
      finding = after
    }
  }
}

const differs = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b)
const includes = (words: string | undefined, word: string | undefined) =>
  words?.split(' ').includes(word ?? '') ?? false

// lifecycle.md, "Commands": every event that changes a state, from where to where; all others change none.
const TURN = 'notified rectifying returned ongoing'
const MOVES: Readonly<Record<string, readonly [from: string, to: string]>> = {
  issued: ['draft', 'notified'],
  acknowledged: ['notified', 'rectifying'],
  receipt_deemed: ['notified', 'rectifying'],
  responded: [TURN, 'responded'],
  recalled: ['responded', 'rectifying returned ongoing'],
  accepted: ['responded', 'verified'],
  plan_accepted: ['responded', 'ongoing'],
  returned: ['responded verified', 'returned ongoing'],
  closed: ['verified', 'closed'],
  closed_unreported: ['notified rectifying returned', 'closed'],
  reopened: ['closed', 'rectifying'],
  reassigned: [TURN, 'notified'],
  withdrawn: [`draft ${TURN} responded verified`, 'withdrawn'],
}

// lifecycle.md, "What each event does to the due", with the rules a due may then rest on.
const WINDOW = 'indicator_window severity_window default_window'
const DUES: Readonly<Record<string, string>> = {
  issued: `notice_period notice_date finding_date urgent_takedown ${WINDOW}`,
  acknowledged: 'notice_period',
  returned: 'return_window kept',
  takedown_reported: 'urgent_report',
  reopened: `urgent_takedown ${WINDOW}`,
  reassigned: `urgent_takedown urgent_report ${WINDOW}`,
  rescheduled: 'rescheduled',
  recalculated: DUE_RULES.join(' '),
  plan_accepted: 'plan_accepted',
  request_decided: 'extension_granted extension_refused pause_ended',
  request_withdrawn: 'pause_ended',
}

const BY_CLOCK =
  'receipt_deemed receipt_unproven reminded delegate_reminded support_reminded fell_due climbed office_nagged progress_missed lookback_opened'

const LAWS: Laws = {
  '1: only the table changes a state': (history) =>
    eachEvent(history, ({ type }, before, after) => {
      const [from, to] = MOVES[type] ?? [before.state, before.state]
      ok(includes(from, before.state), `${type} from ${before.state}`)
      ok(includes(to, after.state), `${type} to ${after.state}`)
    }),

  '1: every event names who acted, in which role, when, and on what paper': (history) =>
    eachEvent(history, ({ type, actor, effective_at }, before, _after, step) => {
      ok(effective_at <= step.now)
      ok(before.served_at === null || effective_at >= before.served_at)
      const clocked = includes(BY_CLOCK, type)
      same(actor.role === 'system', clocked, `${type} by ${actor.role}`)
      same(actor.person_id, clocked ? null : step.actor.person_id)
      same(actor.signed_paper_id, clocked ? null : (step.paper?.id ?? null))
      const { roles, target_roles = [], helping = [] } = step.actor
      const held = [...roles, ...target_roles, ...helping.flatMap((one) => one.roles)]
      ok(clocked || held.includes(actor.role), `${type} in a role not held`)
    }),

  '1: an answer is never effective before what it answers': (history) => {
    let asked: string | null = null
    eachEvent(history, ({ type, effective_at }) => {
      if (includes('issued returned reopened reassigned', type)) asked = effective_at
      if (type === 'responded') ok(asked !== null && effective_at >= asked, `before ${asked}`)
    })
  },

  '2: who answered, who accepted and who closed are three': ({ steps }) => {
    let submitted: (string | null)[] = []
    let accepted: string | null = null
    for (const { actor, paper, done } of steps) {
      const decides = paper?.signer_id ?? actor.person_id
      const did = (type: string) => done.events.some((event) => event.type === type)
      const signed = paper?.signer_roles.includes('unit.signatory') ? [paper.signer_id] : []
      if (did('responded')) submitted = [actor.person_id, ...signed]
      else if (did('accepted') || did('closed')) {
        ok(actor.roles.some((role) => role.startsWith('office.')))
        ok(!submitted.includes(decides), 'judged what they submitted')
        ok(!submitted.includes(actor.person_id), 'entered the paper on what they submitted')
        ok(!did('closed') || accepted !== decides, 'closed what they accepted')
        accepted = decides
      }
    }
  },

  '3: seq counts, and folding the events gives the row': ({ start, steps }) => {
    const row = steps.at(-1)?.done.situation.finding ?? start.finding
    const events = eventsOf(steps)
    if (events.length === 0) return same(row, start.finding)
    const stored = JSON.parse(JSON.stringify(events)) as NewEvent[]
    const { id, office_id, notice_id, number } = row
    const blank = blankFinding({ id, office_id, notice_id, number, policy_version: 'p1' })
    same(stored.reduce(evolve, blank), row, 'also when they come back from JSON')
    same(row.seq, events.length)
  },

  '3: the revision rises when state, round, due, unit, a request or a corrected field changes': (
    history,
  ) =>
    eachEvent(history, ({ type }, before, after) => {
      const view = ({ state, round, due, unit_id, ...asked }: Finding) => {
        const { extension, dispute, transfer } = asked
        return JSON.stringify({ state, round, due, unit_id, extension, dispute, transfer })
      }
      const told = includes(
        'corrected decision_proposed view_given support_asked support_ended',
        type,
      )
      const rises = told || differs(view(before), view(after))
      same(after.revision - before.revision, rises ? 1 : 0, type)
      same(after.seq, before.seq + 1)
    }),

  '4: the due moves only by the table, each time with its reason': (history) =>
    eachEvent(history, ({ type }, before, after) => {
      if (differs(before.due, after.due)) {
        ok(includes(DUES[type], after.due?.basis.rule), `${type}: ${after.due?.basis.rule}`)
        const earlier = before.due && after.due && after.due.at < before.due.at
        ok(type !== 'acknowledged' || earlier, 'signing moved it later')
        ok(type !== 'returned' || !earlier, 'a return moved it earlier')
      }
      const original = differs(before.original_due, after.original_due)
      ok(
        !original || includes('issued acknowledged reassigned', type),
        `${type} moved the original`,
      )
    }),

  '5: a sealed round never changes, and a decision names the round it judged': (history) =>
    eachEvent(history, (event, before, after) => {
      const judged = { review_begun: null, accepted_by: null }
      // A new due, granted after the answer, counts for its lateness; what was answered stays.
      const lateness = { claimed_due: null, working_days_late: null, before: null }
      const granted = event.type === 'request_decided' ? lateness : {}
      // What a recall gives back, and what the answer claimed to meet, move with the calendar.
      const moved = event.type === 'recalculated' ? { before: null, claimed_due: null } : {}
      const sealed = ({ round }: Finding) => ({ ...round, ...judged, ...granted, ...moved })
      if (before.round && after.round) same(sealed(after), sealed(before))
      if (includes('review_begun accepted plan_accepted returned closed recalled', event.type)) {
        same('round' in event.data && event.data.round, before.round?.number, event.type)
      }
      if (event.type === 'responded') same(event.data.round.number, before.rounds + 1)
    }),

  '6: at most one request of a kind waits, and none is asked beyond the limits': (history) => {
    let asked = { extensions: 0, disputes: 0, transfers: 0 }
    eachEvent(history, ({ type, data }, before, after) => {
      if (includes('reopened reassigned', type))
        asked = { extensions: 0, disputes: 0, transfers: 0 }
      if (type === 'extension_requested') same(before.extension, null)
      if (type === 'dispute_raised') {
        same(before.dispute, null)
        asked.disputes += 1
      }
      if (type === 'transfer_requested') {
        same([before.transfer, before.tenure], [null, 1])
        asked.transfers += 1
      }
      const decided = type === 'request_decided' && 'kind' in data && data.kind === 'extension'
      // One that the due has overtaken can only be refused, and does not count.
      const overtaken = (before.extension?.due.at ?? '') <= (before.due?.at ?? '')
      if (decided && !overtaken) asked.extensions += 1
      ok(asked.extensions <= 3 && asked.disputes <= 2 && asked.transfers <= 1)
      const { extensions, disputes, transfers } = after
      same({ extensions, disputes, transfers }, asked)
      if (includes('closed withdrawn', after.state))
        same([after.extension, after.dispute, after.transfer], [null, null, null])
    })
  },

  '6: the leader decides beyond two extensions and thirty days, and on disputes of grave findings':
    ({ steps }) => {
      for (const { actor, paper, done, before } of steps) {
        const event = done.events.find(({ type }) => type === 'request_decided')
        if (event?.type !== 'request_decided') continue
        const { extensions, extension_days } = done.situation.finding
        const grave = before.finding.severity === 'veto' || before.finding.severity === 'major'
        const more = extensions > 2 || extension_days > 30
        const beyond = { dispute: grave, extension: more, transfer: false }[event.data.kind]
        const roles = paper ? paper.signer_roles : actor.roles
        ok(!beyond || roles.includes('office.leader'), `${event.data.kind} by ${roles.join()}`)
        ok(!('asked_by' in event.data))
      }
    },

  '9: an older view changes nothing but what the clock took': ({ steps }) => {
    for (const { before, command, done } of steps) {
      const caught = run({ ...before, actor: clock, paper: null }, { name: 'catch_up' }, null)
      const { revision } = caught.situation.finding
      const stale = run(before, command, revision - 1)
      same(stale.verdict, { kind: 'stale' })
      same(stale.events, caught.events)
      same(stale.situation.finding, caught.situation.finding)
      same(run(before, command, revision).verdict, done.verdict)
    }
  },
}

t.test('random histories keep the invariants of the machine', async (t) => everyHistory(t, LAWS))
