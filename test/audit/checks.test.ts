import t from 'tap'
import type { Case } from '../../src/audit/case.js'
import { checkChain, checkFold, checkRounds } from '../../src/audit/check-events.js'
import { checkMessages, checkSaid } from '../../src/audit/check-messages.js'
import { checkPlan, checkTaken } from '../../src/audit/check-milestones.js'
import { checkWorkflow } from '../../src/audit/check-workflow.js'
import { recordOf } from './life.js'

const CHECKS = {
  checkChain,
  checkFold,
  checkRounds,
  checkPlan,
  checkTaken,
  checkMessages,
  checkSaid,
  checkWorkflow,
}
type CheckName = keyof typeof CHECKS

const overdue = recordOf('overdue')
const closed = recordOf('closed')

t.test('a true record agrees with itself', async (t) => {
  for (const [name, check] of Object.entries(CHECKS)) {
    t.same(check(overdue.one, overdue.around), [], `${name}, overdue`)
    t.same(check(closed.one, closed.around), [], `${name}, closed`)
  }
  t.equal(overdue.one.stored.finding.rung, 2, 'two rungs were climbed')
  t.equal(closed.one.stored.finding.state, 'closed')
})

/** Changes one thing and names the checks that must see it; every other check must stay silent. */
const tampered: [string, 'overdue' | 'closed', (one: Case) => Case, CheckName[]][] = [
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
  ['a milestone waits after the end', 'closed', (one) => revived(one, 'climb', 5), ['checkPlan']],
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
  ['a round is lost', 'closed', (one) => ({ ...one, rounds: [] }), ['checkRounds']],
  [
    'nobody told Temporal',
    'overdue',
    (one) => ({ ...one, sync: { ...sync(one), told: 6 } }),
    ['checkWorkflow'],
  ],
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
    const { one, around } = until === 'overdue' ? overdue : closed
    const seen = Object.entries(CHECKS).filter(([, check]) => check(change(one), around).length > 0)
    t.same(
      seen.map(([check]) => check),
      seenBy,
    )
  })
}

t.test('erased texts leave the chain valid, and their digests protected', async (t) => {
  const { one, around } = overdue
  const erased = withEvent(one, 'contact_recorded', { texts: null, salt: null })
  t.same(checkChain(erased, around), [])
  const event = one.events.find(({ type }) => type === 'contact_recorded')
  const canonical = event?.canonical.replace('"seq":', '"seq": ') ?? ''
  const forged = withEvent(erased, 'contact_recorded', { canonical })
  t.match(checkChain(forged, around).join(), '哈希链')
})

function withEvent(one: Case, type: string, change: object): Case {
  return {
    ...one,
    events: one.events.map((event) => (event.type === type ? { ...event, ...change } : event)),
  }
}

function withRow(one: Case, change: Partial<Case['stored']['finding']>): Case {
  return { ...one, stored: { ...one.stored, finding: { ...one.stored.finding, ...change } } }
}

/** The first message that is not the slice itself. */
function withMessage(one: Case, change: object): Case {
  const extra = one.messages.slice(-1).map((message) => ({ ...message, ...change }))
  return 'cause' in change
    ? { ...one, messages: [...one.messages, ...extra] }
    : {
        ...one,
        messages: one.messages.map((message, index) =>
          index === 0 ? { ...message, ...change } : message,
        ),
      }
}

function revived(one: Case, kind: string, step: number): Case {
  const wakes = (row: Case['milestones'][number]) => row.kind === kind && row.step === step
  return {
    ...one,
    milestones: one.milestones.map((row) =>
      wakes(row) ? { ...row, outcome: null, taken_at: null } : row,
    ),
  }
}

function sync(one: Case) {
  if (!one.sync) throw new Error('the record has no sync row')
  return one.sync
}
