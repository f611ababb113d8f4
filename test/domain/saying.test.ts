import t from 'tap'
import { MESSAGE_LABELS, RECIPIENT_LABELS } from '../../src/domain/message-labels.js'
import { stillHolds, WITHIN_MINUTES } from '../../src/domain/saying.js'
import { MESSAGES, type MessageKind, RECIPIENTS, STATES } from '../../src/domain/vocabulary.js'
import { lifeIn } from '../helpers/domain/life.js'
import { local } from '../helpers/domain/world.js'

const NOTHING_ASKED = { extension: null, dispute: null, transfer: null }

t.test('every message and everybody who hears one has a word', async (t) => {
  t.strictSame([...MESSAGES], Object.keys(MESSAGE_LABELS))
  t.strictSame([...RECIPIENTS], Object.keys(RECIPIENT_LABELS))
})

t.test('slices and decisions leave within minutes, what the clock says at opening', async (t) => {
  const atOpening = MESSAGES.filter((kind) => !WITHIN_MINUTES.includes(kind))
  t.strictSame(atOpening, [
    ...['reminder', 'fell_due', 'overdue', 'progress_due'],
    ...['response_waits', 'request_waits', 'view_given', 'proposal_waits', 'decision_waits'],
    ...['delivery_unproven', 'third_return', 'slip_waits'],
    ...['office_comment', 'office_late', 'request_late'],
  ])
})

t.test('what no longer holds is not said; what has happened stays true', async (t) => {
  const holdsIn = (kind: MessageKind, received_at = local('2026-03-03 10:00')) =>
    STATES.filter((state) => stillHolds(kind, { ...NOTHING_ASKED, state, received_at }))
  const turn = ['notified', 'rectifying', 'returned', 'ongoing']
  const waits = ['responded', 'verified']
  for (const kind of ['reminder', 'fell_due', 'overdue', 'slip_waits'] as const)
    t.strictSame(
      holdsIn(kind),
      STATES.filter((state) => turn.includes(state)),
      kind,
    )
  for (const kind of ['response_waits', 'decision_waits', 'office_late'] as const)
    t.strictSame(holdsIn(kind), waits, kind)
  t.strictSame(
    holdsIn('third_return'),
    STATES.filter((state) => turn.includes(state) || waits.includes(state)),
  )
  t.strictSame(
    holdsIn('slice'),
    STATES.filter((state) => state !== 'withdrawn'),
  )
  t.strictSame(holdsIn('progress_due'), ['ongoing'])
  t.strictSame(holdsIn('delivery_unproven'), [], 'it has been received')
  t.ok(stillHolds('delivery_unproven', { ...NOTHING_ASKED, state: 'notified', received_at: null }))
  const asked = {
    asked_at: local('2026-03-03 10:00'),
    asked_by: [],
    proposal: null,
    id: 'one',
    number: 1,
  }
  const due = lifeIn('rectifying').finding.due
  if (!due) throw new Error('no due')
  for (const kind of ['request_waits', 'proposal_waits', 'request_late'] as const) {
    t.strictSame(holdsIn(kind), [], 'nothing is asked')
    const one = { ...NOTHING_ASKED, state: 'responded', received_at: null } as const
    t.ok(stillHolds(kind, { ...one, extension: { ...asked, due } }), kind)
    t.ok(
      stillHolds(kind, {
        ...one,
        dispute: { ...asked, pauses: true, paused_since: asked.asked_at },
      }),
      kind,
    )
  }
  for (const kind of ['returned', 'closed', 'withdrawn', 'unit_comment'] as const)
    t.strictSame(holdsIn(kind), STATES, kind)
})
