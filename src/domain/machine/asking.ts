import { addWorkingDays } from '../calendar.js'
import type { EventOf } from '../events.js'
import type { Finding } from '../finding.js'
import { reopenedAt } from '../overdue.js'
import { paperOf, requireLeader } from '../permissions.js'
import { leaderDecides, type Waiting, waitingRequests } from '../requests.js'
import { type Rejection, reject, type Situation } from '../situation.js'
import type { CommandName } from '../vocabulary.js'
import { localDateOf } from '../zone.js'
import { receiptEvent } from './acknowledge.js'
import type { eventMaker } from './spec.js'

/** Whoever asks in writing has received the notice: where it was not signed for, it is with the request. */
export function receivedWith(
  make: ReturnType<typeof eventMaker>,
  situation: Situation,
): EventOf<'acknowledged'>[] {
  const unsigned = situation.finding.state === 'notified'
  return unsigned ? [receiptEvent(make, situation, situation.now)] : []
}

/** Whether the days after the receipt, or the reopening, are over; what was not received yet may still be objected to. */
export function isTooLateToObject({ finding, now, rules }: Situation): boolean {
  const { calendar, policy } = rules
  const since = reopenedAt(finding) ?? finding.received_at
  if (!since) return false
  const last = addWorkingDays(calendar, localDateOf(calendar.zone, since), policy.disputes.days)
  return localDateOf(calendar.zone, now) > last
}

/** Who asks: who sends it, and the signatory whose signature it carries. */
export function askers(name: CommandName, situation: Situation): string[] {
  const signer = paperOf(name, situation)?.signer_id
  const { person_id } = situation.actor
  return [person_id, signer].filter((id) => id !== null && id !== undefined)
}

/**
 * Why nothing that waits may be acted on: NO_SUCH_REQUEST where nothing does, else what the check says of the first
 * where it refuses all.
 */
export function noneOf(
  situation: Situation,
  check: (situation: Situation, waiting: Waiting) => Rejection | null,
): Rejection | null {
  const waiting = waitingRequests(situation.finding)
  const refusals = waiting.flatMap((one) => check(situation, one) ?? [])
  if (waiting.length === 0) return reject('NO_SUCH_REQUEST')
  return refusals.length === waiting.length ? (refusals[0] ?? null) : null
}

/** The request of this id that waits; null where it does not. */
export function waitingFor(finding: Finding, request_id: string): Waiting | null {
  return waitingRequests(finding).find(({ request }) => request.id === request_id) ?? null
}

/** LEADER_REQUIRED where the request is not a reviewer's to decide. */
export function leaderFor(
  name: CommandName,
  situation: Situation,
  waiting: Waiting,
): Rejection | null {
  const { finding, rules } = situation
  return leaderDecides(finding, waiting, rules.policy) ? requireLeader(name, situation) : null
}
