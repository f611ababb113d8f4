import type { RetestStatus } from './retest.js'
import { type Rejection, reject } from './situation.js'

/** Who has a task: the number of its last claim and whose that was; `claimed` while its lease runs. */
export interface RetestHold {
  status: RetestStatus
  claim: number
  claimed_by: string | null
}

/** A tool by its account, null for somebody who comes themselves; and the claim by which it comes, null where it has none. */
export interface Claimant {
  by: string | null
  claim: number | null
}

/** Whether a claim is the last one of a task and that tool's. */
export function holds({ claim, claimed_by }: RetestHold, { by, claim: given }: Claimant): boolean {
  return by !== null && claimed_by === by && claim === given
}

/**
 * Why a task cannot be taken or kept: nobody but a tool has any (ROLE_NOT_ALLOWED), it is done or cancelled
 * (NOT_IN_THIS_STATE), or another claim runs or came after (RETEST_TAKEN), be it of the same tool. Null where it can.
 */
export function refuseClaim(hold: RetestHold, claimant: Claimant): Rejection | null {
  const refused = refuseAny(hold, claimant)
  if (refused) return refused
  if (holds(hold, claimant)) return null
  const lost = claimant.claim !== null
  return lost || hold.status === 'claimed' ? reject('RETEST_TAKEN') : null
}

/**
 * Why what a tool has seen is not taken. A lease that ran out does no harm while nobody else has taken the task: the work is
 * done. Once another has, it is that one's word that is waited for (RETEST_TAKEN).
 */
export function refuseResult(hold: RetestHold, claimant: Claimant): Rejection | null {
  const refused = refuseAny(hold, claimant)
  if (refused) return refused
  return holds(hold, claimant) ? null : reject('RETEST_TAKEN', '/claim')
}

function refuseAny({ status }: RetestHold, { by }: Claimant): Rejection | null {
  if (by === null) return reject('ROLE_NOT_ALLOWED')
  const over = status === 'done' || status === 'cancelled'
  return over ? reject('NOT_IN_THIS_STATE') : null
}
