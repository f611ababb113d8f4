import t from 'tap'
import { CHECKS } from '../../src/audit/audit-office.js'
import { checkChain } from '../../src/audit/check-events.js'
import { checkSaid } from '../../src/audit/check-said.js'
import { instantOf } from '../../src/domain/instant.js'
import { WITHIN_MINUTES } from '../../src/domain/saying.js'
import { recordOf } from './life.js'
import { withEvent, withMessages } from './tamper.js'
import { tampered } from './tampered.js'

const LATER = instantOf('2030-01-01T00:00:00.000Z')
const overdue = recordOf('overdue')
const closed = recordOf('closed')
const settled = recordOf('settled')
const asked = recordOf('asked')
const moved = recordOf('moved')
const supported = recordOf('supported')
const ENDINGS = { overdue, closed, settled, asked, moved, supported }

t.test('a true record agrees with itself', async (t) => {
  for (const [name, check] of Object.entries(CHECKS)) {
    t.same(check(overdue.one, overdue.around), [], `${name}, overdue`)
    t.same(check(closed.one, closed.around), [], `${name}, closed`)
    t.same(check(settled.one, settled.around), [], `${name}, settled`)
    t.same(check(asked.one, asked.around), [], `${name}, asked`)
    t.same(check(moved.one, moved.around), [], `${name}, moved`)
    t.same(check(supported.one, supported.around), [], `${name}, supported`)
  }
  t.equal(overdue.one.stored.finding.rung, 2, 'two rungs were climbed')
  t.equal(closed.one.stored.finding.state, 'closed')
})

t.test('what was said to a former unit was said to it, and to no other', async (t) => {
  const { one, around } = moved
  const swapped = {
    ...one,
    messages: one.messages.map((message) => ({ ...message, unit_id: one.stored.finding.unit_id })),
  }
  t.match(CHECKS.checkMessages(swapped, around), [/告知的单位不是问题所属的单位/])
})

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
