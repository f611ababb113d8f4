import t from 'tap'
import type { Instant } from '../../src/domain/instant.js'
import { MESSAGE_LABELS, RECIPIENT_LABELS } from '../../src/domain/message-labels.js'
import {
  BEYOND_TENURE,
  COURTESY,
  isOfTenure,
  stillHolds,
  TO_OFFICE_HEAD,
  WITHIN_MINUTES,
} from '../../src/domain/saying.js'
import { MESSAGES, type MessageKind, RECIPIENTS, STATES } from '../../src/domain/vocabulary.js'
import { lifeIn } from '../helpers/domain/life.js'
import { signatory } from '../helpers/domain/people.js'
import { local } from '../helpers/domain/world.js'

const NOTHING_ASKED = { extension: null, dispute: null, transfer: null }

t.test('every message and everybody who hears one has a word', async (t) => {
  t.strictSame([...MESSAGES], Object.keys(MESSAGE_LABELS))
  t.strictSame([...RECIPIENTS], Object.keys(RECIPIENT_LABELS))
})

t.test('slices and decisions leave within minutes, what the clock says at opening', async (t) => {
  const atOpening = MESSAGES.filter((kind) => !WITHIN_MINUTES.includes(kind))
  t.strictSame(atOpening, [
    ...['reminder', 'fell_due', 'overdue', 'progress_due', 'consultation_over'],
    ...['response_waits', 'request_waits', 'view_given', 'proposal_waits', 'decision_waits'],
    ...['delivery_unproven', 'third_return', 'slip_waits'],
    ...['office_comment', 'office_late', 'request_late', 'lookback_waits', 'seen_again'],
  ])
})

t.test('a courtesy has no effect and no time that runs', async (t) => {
  t.strictSame(COURTESY, ['reminder', 'accepted', 'closed'])
})

t.test('the head of a unit’s office hears of the first rung alone', async (t) => {
  t.strictSame(TO_OFFICE_HEAD, ['overdue'])
})

const NOTHING = {
  ...{ ...NOTHING_ASKED, lookback: null, seen_again: false, delegated_to: null, supports: null },
} as const

t.test('what no longer holds is not said; what has happened stays true', async (t) => {
  const holdsIn = (kind: MessageKind, received_at = local('2026-03-03 10:00')) =>
    STATES.filter((state) => stillHolds(kind, { ...NOTHING, state, received_at }))
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
  t.strictSame(holdsIn('delegation'), [], 'nothing was passed on')
  const delegated_to = { unit_id: 'section', person_id: null, inner_due: null }
  t.strictSame(
    STATES.filter((state) =>
      stillHolds('delegation', { ...NOTHING, state, received_at: null, delegated_to }),
    ),
    STATES.filter((state) => turn.includes(state)),
  )
  t.strictSame(holdsIn('progress_due'), ['ongoing'])
  t.strictSame(holdsIn('delivery_unproven'), [], 'it has been received')
  t.ok(stillHolds('delivery_unproven', { ...NOTHING, state: 'notified', received_at: null }))
  const closed = { ...NOTHING, state: 'closed', received_at: null } as const
  t.strictSame(holdsIn('lookback_waits'), [], 'none is open')
  const lookback = {
    number: 1,
    opened_at: local('2026-04-02 07:30'),
    from: local('2026-04-01 00:00'),
  }
  t.ok(stillHolds('lookback_waits', { ...closed, lookback }))
  t.strictSame(holdsIn('seen_again'), [], 'nothing was seen')
  t.ok(stillHolds('seen_again', { ...closed, seen_again: true }))
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
    const one = { ...NOTHING, state: 'responded', received_at: null } as const
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

t.test('what is said of a tenure that ended is no more than that it did, and why', async (t) => {
  const served_at = local('2026-03-05 10:00')
  const [before, after] = [local('2026-03-05 09:00'), served_at]
  const here = { unit_id: 'here', served_at }
  const of = (recipient: 'unit' | 'handler', unit_id: string, created_at: Instant) =>
    MESSAGES.filter((kind) => recipient !== 'unit' || kind !== 'office_comment').filter((kind) =>
      isOfTenure({ kind, recipient, unit_id, created_at }, here),
    )
  t.strictSame(
    of('unit', 'here', after),
    MESSAGES.filter((kind) => kind !== 'released' && kind !== 'office_comment'),
  )
  t.strictSame(of('unit', 'former', before), BEYOND_TENURE)
  t.strictSame(of('unit', 'here', before), [], 'it has the finding back: a new slice tells it')
  t.strictSame(of('handler', 'former', before), ['office_comment'], 'what people wrote stays said')
  t.strictSame(of('handler', 'here', after), [...MESSAGES])
  const draft = { unit_id: 'here', served_at: null }
  t.ok(
    isOfTenure(
      { kind: 'corrected', recipient: 'unit', unit_id: 'here', created_at: before },
      draft,
    ),
  )
})

t.test('a view is wanted until it is given, and told while its request waits', async (t) => {
  const transfer = lifeIn('rectifying').does(signatory, 'request_transfer').finding.transfer
  if (!transfer) throw new Error('nothing asked')
  const one = { ...NOTHING, state: 'rectifying', received_at: null } as const
  const given = { ...transfer, view: { agrees: true } }
  t.strictSame(
    [null, transfer, given].map((asked) => stillHolds('view_wanted', { ...one, transfer: asked })),
    [false, true, false],
  )
  t.strictSame(
    [null, transfer, given].map((asked) => stillHolds('view_given', { ...one, transfer: asked })),
    [false, true, true],
  )
})
