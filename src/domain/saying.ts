import type { Finding } from './finding.js'
import { isOpen, isUnitsTurn } from './overdue.js'
import type { MessageKind } from './vocabulary.js'

/** Slices and decisions: said within minutes in office hours. All others wait for the next opening. */
export const WITHIN_MINUTES: readonly MessageKind[] = [
  'slice',
  'returned',
  'accepted',
  'closed',
  'reopened',
  'withdrawn',
  'corrected',
  'rescheduled',
  'response_registered',
  'slip_issued',
  'slip_withdrawn',
  'unit_comment',
]

type Standing = Pick<Finding, 'state' | 'received_at'>
const waits = ({ state }: Standing) => state === 'responded' || state === 'verified'

/** What a message says of a finding only while that is so; all others speak of what has happened. */
const HOLDS: { readonly [K in MessageKind]?: (finding: Standing) => boolean } = {
  reminder: isUnitsTurn,
  fell_due: isUnitsTurn,
  overdue: isUnitsTurn,
  slip_waits: isUnitsTurn,
  response_waits: waits,
  decision_waits: waits,
  office_late: waits,
  delivery_unproven: ({ received_at }) => received_at === null,
  third_return: isOpen,
  slice: ({ state }) => state !== 'withdrawn',
}

/** Whether a message is still worth saying of a finding that stands like this; else it is dropped. */
export function stillHolds(kind: MessageKind, finding: Standing): boolean {
  return HOLDS[kind]?.(finding) ?? true
}
