import type { EventOf, NewEvent } from './events.js'
import type { Finding } from './finding.js'
import { looksBack } from './lookback.js'
import { isUnitsTurn } from './overdue.js'
import { needsLeader } from './permissions.js'
import type { Policy } from './policy.js'
import { isRequestKind, leaderDecides, waitingRequests } from './requests.js'
import { BEYOND_TENURE } from './saying.js'
import { signerOf } from './slip.js'
import { unitOf } from './tenure.js'
import {
  type EventType,
  type MessageKind,
  type OfficeLimit,
  PLAN_RESULTS,
  type Recipient,
  type Result,
} from './vocabulary.js'

/** Something to be said to somebody once; unique by finding, cause and recipient. */
export interface NewMessage {
  /** The unit it is said to, or of: that of the event's tenure. */
  unit_id: string | null
  kind: MessageKind
  recipient: Recipient
  cause: string
  urgent: boolean
}

type Said = readonly [MessageKind, Recipient]
type Saying<T extends EventType> = (
  event: EventOf<T>,
  finding: Finding,
  policy: Policy,
) => readonly Said[]

const nothing = () => []
const toUnit = (kind: MessageKind) => (): readonly Said[] => [[kind, 'unit']]

const SAYS: { readonly [T in EventType]: Saying<T> } = {
  drafted: nothing,
  redrafted: nothing,
  issued: toUnit('slice'),
  acknowledged: nothing,
  receipt_deemed: nothing,
  receipt_unproven: (_event, finding) =>
    finding.state === 'notified' ? [['delivery_unproven', 'handler']] : [],
  delegated: toUnit('delegation'),
  support_asked: toUnit('support'),
  support_ended: toUnit('support_ended'),
  contributed: toUnit('contribution'),
  takedown_reported: nothing,
  progress_reported: nothing,
  responded: ({ data }) => [
    ['response_waits', 'handler'],
    ...(isPlan(data.round.result) ? ([['decision_waits', 'reviewer']] as const) : []),
    ...(data.received_on ? ([['response_registered', 'unit']] as const) : []),
  ],
  recalled: nothing,
  review_begun: nothing,
  accepted: (_event, finding) => [
    ['accepted', 'unit'],
    ['decision_waits', needsLeader('close', finding) ? 'leader' : 'reviewer'],
  ],
  plan_accepted: toUnit('plan_accepted'),
  returned: ({ data }, finding, { third_return }) => [
    ['returned', 'unit'],
    ...(data.kind === 'substantive' && finding.returns === third_return
      ? ([['third_return', 'leader']] as const)
      : []),
  ],
  closed: toUnit('closed'),
  closed_unreported: toUnit('closed'),
  lookbacks_planned: nothing,
  reopened: toUnit('reopened'),
  followed: nothing,
  // That a dispute was upheld is said as the decision on it.
  withdrawn: ({ data }) =>
    data.from === 'draft' || data.reason_code === 'dispute_upheld' ? [] : [['withdrawn', 'unit']],
  revoked: toUnit('withdrawn'),
  corrected: (_event, finding) => (finding.state === 'draft' ? [] : [['corrected', 'unit']]),
  // That a transfer was granted is said as the decision on it.
  released: ({ data }) => (data.why === 'transferred' ? [] : [['released', 'unit']]),
  reassigned: toUnit('slice'),
  rescheduled: toUnit('rescheduled'),
  recalculated: ({ data }, finding) =>
    data.due && isUnitsTurn(finding) ? [['rescheduled', 'unit']] : [],
  extension_requested: asked,
  dispute_raised: asked,
  transfer_requested: (event) => [...asked(event), ['view_wanted', 'unit']],
  view_given: () => [['view_given', 'handler']],
  request_withdrawn: nothing,
  decision_proposed: ({ data }, finding, policy) =>
    waitingRequests(finding)
      .filter(({ request }) => request.id === data.id)
      .map((one) => [
        'proposal_waits',
        leaderDecides(finding, one, policy) ? 'leader' : 'reviewer',
      ]),
  request_decided: toUnit('request_decided'),
  retest_recorded: ({ data }, finding) =>
    data.result === 'fail' && looksBack(finding, data) ? [['seen_again', 'reviewer']] : [],
  report_registered: nothing,
  report_exempted: nothing,
  contact_recorded: nothing,
  instruction_recorded: nothing,
  commented: ({ data, actor }) => {
    if (actor.role.startsWith('unit.')) return [['office_comment', 'handler']]
    return data.audience === 'unit' ? [['unit_comment', 'unit']] : []
  },
  words_erased: nothing,
  reminded: toUnit('reminder'),
  delegate_reminded: toUnit('delegation'),
  support_reminded: toUnit('support'),
  fell_due: toUnit('fell_due'),
  climbed: ({ data }) => {
    if (data.rung === 1) return [['overdue', 'unit']]
    return [['slip_waits', signerOf(data.rung)]]
  },
  progress_missed: toUnit('progress_due'),
  lookback_opened: () => [['lookback_waits', 'handler']],
  office_nagged: ({ data }, finding) => {
    if (!WAITS[data.waiting](finding)) return []
    const [kind, first] = NAGS[data.waiting]
    return [[kind, data.step === 1 ? first : 'leader']]
  },
}

/** The unit is told where the office entered what it asks. */
function asked({ actor }: NewEvent): readonly Said[] {
  const entered = actor.role.startsWith('office.')
  return [
    ['request_waits', 'handler'],
    ...(entered ? ([['response_registered', 'unit']] as const) : []),
  ]
}

/** What only a reviewer can accept, as a fix plan. */
function isPlan(result: Result): boolean {
  return PLAN_RESULTS.some((one) => one === result)
}

/** Of what the office is reminded, and whom of it first; the leader comes after. */
const NAGS: Readonly<Record<OfficeLimit, Said>> = {
  review: ['office_late', 'handler'],
  close: ['office_late', 'handler'],
  lookback: ['lookback_waits', 'handler'],
  seen_again: ['seen_again', 'reviewer'],
  extension: ['request_late', 'handler'],
  dispute: ['request_late', 'handler'],
  transfer: ['request_late', 'handler'],
}

/** Nobody is nagged about what the same transaction has done. */
const WAITS: Readonly<Record<OfficeLimit, (finding: Finding) => boolean>> = {
  review: ({ state }) => state === 'responded',
  close: ({ state }) => state === 'verified',
  lookback: ({ lookback }) => lookback !== null,
  seen_again: ({ seen_again }) => seen_again,
  extension: ({ extension }) => extension !== null,
  dispute: ({ dispute }) => dispute !== null,
  transfer: ({ transfer }) => transfer !== null,
}

/** What the clock says about a due; of several at once one speaks for all. */
const ABOUT_DUE: readonly MessageKind[] = ['reminder', 'fell_due', 'overdue', 'slip_waits']

/** What tells a unit its new due itself. */
const MOVES_DUE: readonly MessageKind[] = ['rescheduled', 'request_decided']

/**
 * What the events of one transaction say, given the finding they led to, its policy and the number of the first.
 * Of what the clock says about the due only the last per recipient is said, and nothing once the unit answered or the
 * due was moved; of a tenure that ended with them only that it did, and why.
 */
export function messagesOf(
  finding: Finding,
  policy: Policy,
  events: readonly NewEvent[],
  firstSeq: number,
): NewMessage[] {
  const all = events.flatMap((event, index) =>
    says(event, event.type, finding, policy).map(([kind, recipient]) => ({
      unit_id: earOf(event, kind) ?? unitOf(finding, events, index),
      kind,
      recipient,
      cause: causeOf(event, firstSeq + index),
      urgent: finding.urgent,
    })),
  )
  return all.filter((message, index) => {
    if (message.unit_id !== finding.unit_id) return BEYOND_TENURE.includes(message.kind)
    if (!ABOUT_DUE.includes(message.kind)) return true
    const later = all.slice(index + 1)
    const overtaken = later.some((next) => ABOUT_DUE.includes(next.kind) && sameEar(next, message))
    const moved = later.some(({ kind }) => MOVES_DUE.includes(kind))
    return isUnitsTurn(finding) && !overtaken && !moved
  })
}

/** The unit that is asked for its view of a transfer is not the finding's, nor is one that works on it for or with that. */
function earOf(event: NewEvent, kind: MessageKind): string | null {
  switch (event.type) {
    case 'delegated':
    case 'delegate_reminded':
    case 'support_asked':
    case 'support_reminded':
    case 'support_ended':
      return event.data.unit_id
    case 'transfer_requested':
      return kind === 'view_wanted' ? event.data.unit_id : null
    default:
      return null
  }
}

/** Office ears differ by role but a slip waits for one signature: the highest rung's. */
function sameEar(a: NewMessage, b: NewMessage): boolean {
  const ear = ({ recipient }: NewMessage) => (recipient === 'unit' ? 'unit' : 'office')
  return ear(a) === ear(b)
}

function says<T extends EventType>(
  event: NewEvent,
  type: T,
  finding: Finding,
  policy: Policy,
): readonly Said[] {
  const saying: Saying<T> = SAYS[type]
  return saying(event as EventOf<T>, finding, policy)
}

/**
 * A clock's act is named by its instant, and that on a request, a step or a unit by which it is, so that the same act never speaks twice
 * whatever its number, and two of one instant both do.
 */
function causeOf(event: NewEvent, seq: number): string {
  if (event.actor.role !== 'system') return `event/${seq}`
  const act = `${event.type}/${event.effective_at}`
  if (event.type === 'progress_missed') return `${act}/${event.data.step}`
  if (event.type === 'support_reminded') return `${act}/${event.data.unit_id}`
  if (event.type === 'lookback_opened') return `${act}/${event.data.number}`
  const asked = event.type === 'office_nagged' && isRequestKind(event.data.waiting)
  return asked ? `${act}/${event.data.waiting}` : act
}
