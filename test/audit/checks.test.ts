import t from 'tap'
import { CHECKS } from '../../src/audit/audit-office.js'
import type { Case } from '../../src/audit/case.js'
import { checkChain } from '../../src/audit/check-events.js'
import { checkSaid } from '../../src/audit/check-said.js'
import { instantOf } from '../../src/domain/instant.js'
import { WITHIN_MINUTES } from '../../src/domain/saying.js'
import { type Ending, recordOf } from './life.js'
import {
  revived,
  sync,
  withEvent,
  withMail,
  withMessage,
  withMessages,
  withMilestone,
  withRequest,
  withRound,
  withRow,
  withWaiting,
  withWake,
} from './tamper.js'

type CheckName = keyof typeof CHECKS

const LATER = instantOf('2030-01-01T00:00:00.000Z')
const overdue = recordOf('overdue')
const closed = recordOf('closed')
const settled = recordOf('settled')
const asked = recordOf('asked')
const moved = recordOf('moved')
const ENDINGS = { overdue, closed, settled, asked, moved }

t.test('a true record agrees with itself', async (t) => {
  for (const [name, check] of Object.entries(CHECKS)) {
    t.same(check(overdue.one, overdue.around), [], `${name}, overdue`)
    t.same(check(closed.one, closed.around), [], `${name}, closed`)
    t.same(check(settled.one, settled.around), [], `${name}, settled`)
    t.same(check(asked.one, asked.around), [], `${name}, asked`)
    t.same(check(moved.one, moved.around), [], `${name}, moved`)
  }
  t.equal(overdue.one.stored.finding.rung, 2, 'two rungs were climbed')
  t.equal(closed.one.stored.finding.state, 'closed')
})

const REQUESTS: CheckName[] = ['checkRequests']
const ROUNDS: CheckName[] = ['checkRounds']

t.test('what was said to a former unit was said to it, and to no other', async (t) => {
  const { one, around } = moved
  const swapped = {
    ...one,
    messages: one.messages.map((message) => ({ ...message, unit_id: one.stored.finding.unit_id })),
  }
  t.match(CHECKS.checkMessages(swapped, around), [/告知的单位不是问题所属的单位/])
})

/** Changes one thing and names the checks that must see it; every other check must stay silent. */
const tampered: [string, Ending, (one: Case) => Case, CheckName[]][] = [
  [
    'an event is missing',
    'overdue',
    (one) => ({ ...one, events: one.events.slice(0, -1) }),
    ['checkChain', 'checkFold'],
  ],
  [
    'a word was changed',
    'overdue',
    (one) => withEvent(one, 'contact_recorded', { texts: { whom: '李四', words: '请尽快反馈' } }),
    ['checkChain'],
  ],
  [
    'a date was changed',
    'overdue',
    (one) =>
      withEvent(one, 'contact_recorded', {
        data: { at: one.stored.created_at.replace('T02', 'T01') },
      }),
    ['checkChain', 'checkFold'],
  ],
  ['the row was changed', 'overdue', (one) => withRow(one, { fixed: 'yes' }), ['checkFold']],
  [
    'the end of the chain was cut',
    'overdue',
    (one) => ({ ...one, stored: { ...one.stored, last_hash: 'x' } }),
    ['checkChain'],
  ],
  [
    'a milestone is lost',
    'overdue',
    (one) => ({ ...one, milestones: one.milestones.filter((row) => row.step !== 5) }),
    ['checkPlan'],
  ],
  [
    'a milestone was never taken',
    'overdue',
    (one) => revived(one, 'climb', 2),
    ['checkPlan', 'checkTaken', 'checkWorkflow'],
  ],
  [
    'a milestone waits after the end',
    'settled',
    (one) => revived(one, 'climb', 5),
    ['checkPlan', 'checkWorkflow'],
  ],
  [
    'a look-back is lost',
    'closed',
    (one) => ({ ...one, milestones: one.milestones.filter((row) => row.kind !== 'open_lookback') }),
    ['checkPlan', 'checkWorkflow'],
  ],
  [
    'a look-back was opened and not recorded',
    'settled',
    (one) => revived(one, 'open_lookback', 1),
    ['checkPlan', 'checkTaken', 'checkWorkflow'],
  ],
  [
    'a message was lost',
    'closed',
    (one) => ({ ...one, messages: one.messages.filter(({ kind }) => kind !== 'closed') }),
    ['checkMessages'],
  ],
  [
    'a message was doubled',
    'overdue',
    (one) => ({ ...one, messages: [...one.messages, ...one.messages.slice(0, 1)] }),
    ['checkMessages'],
  ],
  [
    'a message came from nowhere',
    'overdue',
    (one) => withMessage(one, { cause: 'event/99' }),
    ['checkMessages'],
  ],
  ['a mail was not sent', 'overdue', (one) => ({ ...one, mails: new Map() }), ['checkSaid']],
  [
    'a message still waits',
    'overdue',
    (one) => withMessage(one, { status: 'waiting' }),
    ['checkSaid'],
  ],
  [
    'everything was dropped that is still true',
    'overdue',
    (one) => withMessages(one, () => true, { status: 'dropped', mail_id: null }),
    ['checkSaid'],
  ],
  [
    'a slip that still waits was not said',
    'overdue',
    (one) => withMessages(one, ({ kind }) => kind === 'slip_waits', { status: 'dropped' }),
    ['checkSaid'],
  ],
  [
    'a decision was dropped',
    'closed',
    (one) => withMessages(one, ({ kind }) => kind === 'accepted', { status: 'dropped' }),
    ['checkSaid'],
  ],
  [
    'a message went to another unit',
    'overdue',
    (one) => withMessage(one, { unit_id: 'another' }),
    ['checkMessages', 'checkSaid'],
  ],
  [
    'a message is in the mail of another unit',
    'overdue',
    (one) => withMail(one, { unit_id: 'another' }),
    ['checkSaid'],
  ],
  [
    'an event happened to another unit',
    'overdue',
    (one) => withEvent(one, 'reminded', { unit_id: 'another' }),
    ['checkChain', 'checkMessages'],
  ],
  [
    'a timer was set years ahead',
    'overdue',
    (one) => withWake(one, instantOf('2099-01-01T00:00:00.000Z')),
    ['checkPlan'],
  ],
  ['sealed measures were forged', 'closed', (one) => withRound(one, { measures: '没有' }), ROUNDS],
  ['sealed evidence was forged', 'closed', (one) => withRound(one, { evidence: [] }), ROUNDS],
  [
    'the day of completion was forged',
    'closed',
    (one) => withRound(one, { completed_on: null }),
    ROUNDS,
  ],
  ['a round is lost', 'closed', (one) => ({ ...one, rounds: [] }), ['checkRounds']],
  ['a request is lost', 'asked', (one) => ({ ...one, requests: [] }), REQUESTS],
  [
    'a request is said to be granted',
    'asked',
    (one) => withRequest(one, { status: 'granted' }),
    REQUESTS,
  ],
  ['a proposal is lost', 'asked', (one) => withRequest(one, { proposed_seq: null }), REQUESTS],
  ['another request is meant', 'asked', (one) => withRequest(one, { id: 'other' }), REQUESTS],
  [
    'a pause lets the ladder go',
    'asked',
    (one) => withMilestone(one, { kind: 'climb', outcome: 'held' }, { outcome: null }),
    ['checkPlan'],
  ],
  [
    'nobody was reminded of a request',
    'asked',
    (one) => withMilestone(one, { kind: 'nag_office', outcome: 'taken' }, { outcome: 'skipped' }),
    ['checkTaken'],
  ],
  [
    'nobody told Temporal',
    'overdue',
    (one) => ({ ...one, sync: { ...sync(one), told: 6 } }),
    ['checkWorkflow'],
  ],
  [
    'the workflow knows an older version',
    'overdue',
    (one) => withWaiting(one, { version: 6 }),
    ['checkWorkflow'],
  ],
  [
    'the workflow believes in another state',
    'overdue',
    (one) => withWaiting(one, { state: 'notified' }),
    ['checkWorkflow'],
  ],
  [
    'the workflow waits for nothing',
    'overdue',
    (one) => withWaiting(one, { next: null }),
    ['checkWorkflow'],
  ],
  ['nobody was to tell Temporal', 'overdue', (one) => ({ ...one, sync: null }), ['checkWorkflow']],
  ['nobody asked Temporal', 'overdue', (one) => ({ ...one, workflow: null }), ['checkWorkflow']],
  [
    'no workflow runs',
    'overdue',
    (one) => ({ ...one, workflow: { status: 'NOT_FOUND', waiting: null } }),
    ['checkWorkflow'],
  ],
  [
    'the workflow outlived its finding',
    'closed',
    (one) => ({ ...one, workflow: { status: 'RUNNING', waiting: null } }),
    ['checkWorkflow'],
  ],
]

for (const [name, until, change, seenBy] of tampered) {
  t.test(name, async (t) => {
    const { one, around } = ENDINGS[until]
    const seen = Object.entries(CHECKS).filter(([, check]) => check(change(one), around).length > 0)
    t.same(
      seen.map(([check]) => check),
      seenBy,
    )
  })
}

t.test('what ceased to be true was rightly dropped', async (t) => {
  const { one, around } = closed
  const dropped = withMessages(one, ({ kind }) => OVERTAKEN.includes(kind), {
    status: 'dropped',
    mail_id: null,
  })
  t.notSame(dropped.messages, one.messages, 'some were dropped')
  t.same(CHECKS.checkSaid(dropped, around), [])
  const signed = withMessages(overdue.one, ({ kind }) => kind === 'slip_waits', {
    status: 'dropped',
  })
  const slips = overdue.one.slips.map((slip) => ({ ...slip, status: 'issued' as const }))
  t.same(CHECKS.checkSaid({ ...signed, slips }, overdue.around), [])
})

const OVERTAKEN = [
  'reminder',
  'fell_due',
  'overdue',
  'slip_waits',
  'response_waits',
  'decision_waits',
]

t.test('erased texts leave the chain valid, and their digests protected', async (t) => {
  const { one, around } = overdue
  const erased = withEvent(one, 'contact_recorded', { texts: null, salt: null })
  t.same(checkChain(erased, around), [])
  const event = one.events.find(({ type }) => type === 'contact_recorded')
  const canonical = event?.canonical.replace('"seq":', '"seq": ') ?? ''
  const forged = withEvent(erased, 'contact_recorded', { canonical })
  t.match(checkChain(forged, around).join(), '哈希链')
})

t.test('what is said at openings only is not late at a gathering', async (t) => {
  const { one, around } = recordOf('overdue')
  const waiting = one.messages.map((message) => ({ ...message, status: 'waiting' as const }))
  const case_ = { ...one, messages: waiting }
  const soon = waiting.filter(({ kind, urgent }) => urgent || WITHIN_MINUTES.includes(kind))
  t.ok(soon.length > 0 && soon.length < waiting.length, 'some of both')
  const gathered = { ...around, now: LATER, gathered_at: LATER, opened_at: null }
  t.equal(checkSaid(case_, gathered).length, soon.length)
  t.equal(checkSaid(case_, { ...gathered, opened_at: LATER }).length, waiting.length)
})
