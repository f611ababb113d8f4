import type { EventOf } from '../events.js'
import type { Finding } from '../finding.js'
import { requireLeader } from '../permissions.js'
import { leaderDecides, type Waiting, waitingRequests } from '../requests.js'
import { type Rejection, reject, type Situation } from '../situation.js'
import type { CommandName } from '../vocabulary.js'
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

/** Who asks: who sends it, and the signatory whose signature it carries. */
export function askers({ actor, paper }: Situation): string[] {
  return [actor.person_id, paper?.signer_id].filter((id) => id !== null && id !== undefined)
}

/** NO_SUCH_REQUEST where nothing waits. */
export function somethingWaits({ finding }: Situation): Rejection | null {
  return waitingRequests(finding).length > 0 ? null : reject('NO_SUCH_REQUEST')
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
