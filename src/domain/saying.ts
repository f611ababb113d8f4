import type { Finding } from './finding.js'
import type { Instant } from './instant.js'
import { isOpen, isUnitsTurn } from './overdue.js'
import { waitingRequests } from './requests.js'
import { isAwaited, isPassedOn } from './support.js'
import type { MessageKind, Recipient, RequestKind } from './vocabulary.js'

/** Slices and decisions: said within minutes in office hours. All others wait for the next opening. */
export const WITHIN_MINUTES: readonly MessageKind[] = [
  'slice',
  'returned',
  'accepted',
  'plan_accepted',
  'closed',
  'reopened',
  'withdrawn',
  'corrected',
  'released',
  'rescheduled',
  'request_decided',
  'view_wanted',
  'response_registered',
  'slip_issued',
  'slip_withdrawn',
  'contact_failed',
  'delegation',
  'support',
  'support_ended',
  'contribution',
  'consultation',
  'consultation_answered',
  'unit_comment',
]

/**
 * What nobody has to get: a due that is not here yet, and good news. Of a unit's people those who prefer it are not sent mail
 * that says nothing else; all other mail has effect or a time that runs, and no preference.
 */
export const COURTESY: readonly MessageKind[] = ['reminder', 'accepted', 'closed']

/** What the head of a unit's office is written to for too: 逾期提醒, the first rung (time.md). */
export const TO_OFFICE_HEAD: readonly MessageKind[] = ['overdue']

type Standing = Pick<
  Finding,
  'state' | 'received_at' | 'lookback' | 'seen_again' | 'delegated_to' | 'supports' | RequestKind
>
const waits = ({ state }: Standing) => state === 'responded' || state === 'verified'

const asks = (finding: Standing) => waitingRequests(finding).length > 0

/** What a message says of a finding only while that is so; all others speak of what has happened. */
const HOLDS: { readonly [K in MessageKind]?: (finding: Standing) => boolean } = {
  reminder: isUnitsTurn,
  fell_due: isUnitsTurn,
  overdue: isUnitsTurn,
  progress_due: ({ state }) => state === 'ongoing',
  slip_waits: isUnitsTurn,
  delegation: (finding) => isUnitsTurn(finding) && isPassedOn(finding),
  support: (finding) => isUnitsTurn(finding) && (finding.supports?.some(isAwaited) ?? false),
  response_waits: waits,
  decision_waits: waits,
  request_waits: asks,
  proposal_waits: asks,
  office_late: waits,
  request_late: asks,
  view_wanted: ({ transfer }) => transfer !== null && transfer.view === null,
  view_given: ({ transfer }) => transfer !== null,
  delivery_unproven: ({ received_at }) => received_at === null,
  third_return: isOpen,
  lookback_waits: ({ lookback }) => lookback !== null,
  seen_again: ({ seen_again }) => seen_again,
  slice: ({ state }) => state !== 'withdrawn',
}

/**
 * What a unit is told that no longer has the finding, or does not have it yet: that its tenure ended, or might begin; and
 * one that works on it for the unit that has, or helps it.
 */
export const BEYOND_TENURE: readonly MessageKind[] = [
  'released',
  'request_decided',
  'view_wanted',
  'delegation',
  'support',
  'support_ended',
]

/** What is to be said, as far as it tells of whose tenure it is. */
export interface Spoken {
  kind: MessageKind
  recipient: Recipient
  unit_id: string | null
  created_at: Instant
}

/**
 * Whether a message still speaks of the tenure that runs. A former unit only hears that it is one, and why, unless it has
 * the finding back; the office hears what its people were told by whomever, and nothing else of another tenure.
 */
export function isOfTenure(
  { kind, recipient, unit_id, created_at }: Spoken,
  finding: Pick<Finding, 'unit_id' | 'served_at'>,
): boolean {
  if (kind === 'office_comment') return true
  const since = finding.served_at === null || created_at >= finding.served_at
  const own = unit_id === finding.unit_id
  if (recipient === 'unit' && BEYOND_TENURE.includes(kind)) {
    return !own || (since && kind !== 'released')
  }
  return since && own
}

/** Whether a message is still worth saying of a finding that stands like this; else it is dropped. */
export function stillHolds(kind: MessageKind, finding: Standing): boolean {
  return HOLDS[kind]?.(finding) ?? true
}
