import { ok, deepStrictEqual as same } from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import type { NewEvent } from '../../../src/domain/events.js'
import { evolve } from '../../../src/domain/evolve/evolve.js'
import { blankFinding, type Finding } from '../../../src/domain/finding.js'
import { run } from '../../../src/domain/machine/run.js'
import { eventsOf, type History, histories, type Step } from '../../helpers/domain/history.js'
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

// lifecycle.md, "Commands": every event that changes a state, from where to where; all others change none.
const TURN = 'notified rectifying returned ongoing'
const OPEN = `${TURN} responded verified`
const MOVES: Readonly<Record<string, readonly [from: string, to: string]>> = {
  issued: ['draft', 'notified'],
  acknowledged: ['notified', 'rectifying'],
  receipt_deemed: ['notified', 'rectifying'],
  responded: [TURN, 'responded'],
  recalled: ['responded', 'rectifying returned ongoing'],
  accepted: ['responded', 'verified'],
  returned: ['responded verified', 'returned ongoing'],
  closed: ['verified', 'closed'],
  closed_unreported: ['notified rectifying returned', 'closed'],
  reopened: ['closed', 'rectifying'],
  withdrawn: [`draft ${OPEN}`, 'withdrawn'],
}

holds('1a: only the table changes a state', (history) => {
  eachEvent(history, (event, before, after) => {
    const [from, to] = MOVES[event.type] ?? [before.state, before.state]
    ok(from.split(' ').includes(before.state), `${event.type} from ${before.state}`)
    ok(to.split(' ').includes(after.state), `${event.type} to ${after.state}`)
  })
})

const BY_CLOCK = 'receipt_deemed receipt_unproven reminded fell_due climbed office_nagged'.split(
  ' ',
)

holds('1b: every event names who acted, in which role, when, and on what paper', (history) => {
  eachEvent(
    history,
    ({ type, actor, effective_at }, before, _after, { actor: who, paper, now }) => {
      ok(effective_at <= now)
      ok(before.served_at === null || effective_at >= before.served_at)
      const clocked = BY_CLOCK.includes(type)
      ok(clocked ? actor.role === 'system' : actor.role !== 'system', `${type} by ${actor.role}`)
      same(actor.person_id, clocked ? null : who.person_id)
      same(actor.signed_paper_id, clocked ? null : (paper?.id ?? null))
      ok(clocked || who.roles.includes(actor.role), `${type} in a role not held`)
    },
  )
})

holds('2: who answered, who accepted and who closed are three', ({ steps }) => {
  const decider = ({ actor, paper }: Step) => paper?.signer_id ?? actor.person_id
  let submitted: (string | null | undefined)[] = []
  let accepted: (string | null)[] = []
  for (const step of steps) {
    const types = step.done.events.map(({ type }) => type)
    const judges = types.includes('accepted') || types.includes('closed')
    if (judges) {
      ok(step.actor.roles.some((role) => role.startsWith('office.')))
      ok(!submitted.includes(decider(step)), 'judged what they submitted')
      ok(!submitted.includes(step.actor.person_id), 'entered the paper on what they submitted')
    }
    if (types.includes('closed')) ok(!accepted.includes(decider(step)), 'closed what they accepted')
    if (types.includes('accepted')) accepted = [decider(step)]
    if (types.includes('responded')) {
      submitted = [step.actor.person_id, ...(step.paper ? [step.paper.signer_id] : [])]
      accepted = []
    }
  }
})

holds('3a: seq counts, and folding the events gives the row', ({ start, steps }) => {
  const row = steps.at(-1)?.done.situation.finding ?? start.finding
  const { id, office_id, notice_id, number, unit_id, indicator_id } = start.finding
  const { severity, handling, urgent } = start.finding
  const drafted: NewEvent = {
    type: 'drafted',
    data: {
      line: {
        ...{ unit_id: unit_id ?? '', indicator_id: indicator_id ?? '' },
        severity,
        handling,
        urgent,
      },
    },
    texts: null,
    effective_at: start.now,
    actor: { person_id: 'handler', role: 'office.handler', signed_paper_id: null },
  }
  const blank = blankFinding({ id, office_id, notice_id, number, policy_version: 'p1' })
  const events = [drafted, ...eventsOf(steps)]
  const stored = JSON.parse(JSON.stringify(events)) as NewEvent[]
  same(stored.reduce(evolve, blank), row, 'also when they come back from JSON')
  same(row.seq, events.length)
})

holds(
  '3b: the revision rises when state, round, due, unit or a corrected field changes',
  (history) => {
    const read = ({ state, round, due, unit_id }: Finding) => ({ state, round, due, unit_id })
    eachEvent(history, (event, before, after) => {
      const changes = JSON.stringify(read(before)) !== JSON.stringify(read(after))
      const rises = changes || event.type === 'corrected'
      same(after.revision - before.revision, rises ? 1 : 0, event.type)
      same(after.seq, before.seq + 1)
    })
  },
)

// lifecycle.md, "What each event does to the due", as far as built; with the rules a due may then rest on.
const DUES: Readonly<Record<string, string>> = {
  issued: 'notice_period urgent_takedown indicator_window severity_window default_window',
  acknowledged: 'notice_period',
  returned: 'return_window kept',
  takedown_reported: 'urgent_report',
  reopened: 'indicator_window severity_window default_window',
}

holds('4: the due moves only by the table, each time with its reason', (history) => {
  eachEvent(history, (event, before, after) => {
    const moved = JSON.stringify(before.due) !== JSON.stringify(after.due)
    if (moved) ok(DUES[event.type]?.split(' ').includes(after.due?.basis.rule ?? ''), event.type)
    if (moved && event.type === 'acknowledged') ok((after.due?.at ?? '') < (before.due?.at ?? ''))
    const original = JSON.stringify(before.original_due) !== JSON.stringify(after.original_due)
    ok(
      !original || ['issued', 'acknowledged'].includes(event.type),
      `${event.type} moved the original`,
    )
    if (event.type === 'returned' && before.due && after.due) ok(after.due.at >= before.due.at)
  })
})

holds('5: a sealed round never changes, and a decision names the round it judged', (history) => {
  const sealed = (finding: Finding) => {
    const { review_begun: _r, accepted_by: _a, ...round } = finding.round ?? {}
    return round
  }
  eachEvent(history, (event, before, after) => {
    if (before.round && after.round) same(sealed(after), sealed(before))
    if (
      'round' in event.data &&
      typeof event.data.round === 'number' &&
      event.type !== 'retest_recorded'
    ) {
      same(event.data.round, before.round?.number, event.type)
    }
    if (event.type === 'responded') same(event.data.round.number, before.rounds + 1)
  })
})

holds('9: an older view changes nothing but what the clock took', ({ steps }) => {
  for (const { before, command, done } of steps) {
    const caught = run({ ...before, actor: clock, paper: null }, { name: 'catch_up' }, null)
    const { revision } = caught.situation.finding
    const stale = run(before, command, revision - 1)
    same(stale.answer, { kind: 'stale' })
    same(stale.events, caught.events)
    same(stale.situation.finding, caught.situation.finding)
    same(run(before, command, revision).answer, done.answer)
  }
})
