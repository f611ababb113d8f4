import type { Message } from '../db/message.js'
import type { Row } from '../db/setwise.js'
import type { Finding } from '../domain/finding.js'
import { isOpen, isUnitsTurn } from '../domain/overdue.js'
import { waitingRequests } from '../domain/requests.js'
import { BEYOND_TENURE } from '../domain/saying.js'
import { isAwaited, isPassedOn, isReleased } from '../domain/support.js'
import type { MessageKind } from '../domain/vocabulary.js'
import type { Source } from './sayings.js'

type Holds = (finding: Finding) => boolean

const always: Holds = () => true
const stillOwed: Holds = (finding) => isUnitsTurn(finding) && finding.due !== null
const waitsForOffice: Holds = ({ state }) => state === 'responded' || state === 'verified'
const asks: Holds = (finding) => waitingRequests(finding).length > 0

/** While a message of this kind is true of its finding. What was decided or written stays true. */
const HOLDS: Readonly<Record<MessageKind, Holds>> = {
  slice: ({ state }) => state !== 'withdrawn',
  reminder: stillOwed,
  fell_due: stillOwed,
  overdue: stillOwed,
  progress_due: ({ state }) => state === 'ongoing',
  slip_waits: isUnitsTurn,
  response_waits: waitsForOffice,
  decision_waits: waitsForOffice,
  request_waits: asks,
  proposal_waits: asks,
  office_late: waitsForOffice,
  request_late: asks,
  view_wanted: ({ transfer }) => transfer !== null && transfer.view === null,
  view_given: ({ transfer }) => transfer !== null,
  delivery_unproven: ({ received_at }) => received_at === null,
  third_return: isOpen,
  lookback_waits: ({ lookback }) => lookback !== null,
  seen_again: ({ seen_again }) => seen_again,
  returned: always,
  accepted: always,
  plan_accepted: always,
  closed: always,
  reopened: always,
  withdrawn: always,
  corrected: always,
  released: always,
  rescheduled: always,
  request_decided: always,
  response_registered: always,
  slip_issued: always,
  slip_withdrawn: always,
  contact_failed: always,
  consultation: always,
  consultation_answered: always,
  consultation_over: always,
  delegation: isUnitsTurn,
  support: isUnitsTurn,
  support_ended: always,
  contribution: always,
  unit_comment: always,
  office_comment: always,
}

/** Of another tenure a unit hears only that its own ended, or might begin, and the office only what people wrote. */
function isOfTenure(
  kind: MessageKind,
  unit_id: string | null,
  first: Finding | undefined,
  life: Finding,
): boolean {
  const later = first !== undefined && life.tenure > first.tenure
  if (kind === 'office_comment') return true
  const beyond = BEYOND_TENURE.includes(kind)
  return !later || (beyond && life.unit_id !== unit_id)
}

/** Whether a unit works on what it has, or was passed on to it. */
function isWith(finding: Finding, unit: string | null): boolean {
  const { delegated_to, unit_id } = finding
  return isPassedOn(finding) && (delegated_to?.unit_id ?? unit_id) === unit
}

/** Whether a unit is still to help with it. */
function isAwaitedOf({ supports }: Finding, unit: string | null): boolean {
  return supports?.some((one) => one.unit_id === unit && isAwaited(one)) ?? false
}

/** Whether a message has been true from its event until now: then there was never a reason to drop it. */
export function heldThroughout(
  message: Message,
  { event, since, unit_id }: Source,
  slips: readonly Row<'slip'>[],
): boolean {
  const { kind, created_at } = message
  const [first] = since
  const held = since.every(
    (life) =>
      HOLDS[kind](life) &&
      isOfTenure(kind, unit_id, first, life) &&
      (kind !== 'delegation' || isWith(life, message.unit_id)) &&
      (kind !== 'support' || isAwaitedOf(life, message.unit_id)) &&
      (kind !== 'support_ended' || isReleased(life, message.unit_id)),
  )
  if (kind !== 'slip_waits' || event.type !== 'climbed') return held
  // A slip that was signed, taken back or overtaken since waits for nobody.
  const { rung } = event.data
  const drafts = slips.filter((slip) => slip.status === 'draft' && slip.rung === rung)
  return held && drafts.some((slip) => slip.drafted_at <= created_at)
}
