import type { CHECKS } from '../../src/audit/audit-office.js'
import type { Case } from '../../src/audit/case.js'
import { instantOf } from '../../src/domain/instant.js'
import type { Ending } from './life.js'
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

const REQUESTS: CheckName[] = ['checkRequests']
const ROUNDS: CheckName[] = ['checkRounds']

/** Changes one thing and names the checks that must see it; every other check must stay silent. */
export const tampered: [string, Ending, (one: Case) => Case, CheckName[]][] = [
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
