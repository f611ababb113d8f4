import { claimMails, type Mail, renewClaim } from '../db/mail.js'
import type { ActivityDeps } from './deps.js'

/** Mails that are this worker's to send, as long as `mine` says so. */
export interface ClaimedMails {
  mails: readonly Mail[]
  /** False once the lease may have run out, by a clock that goes on while the process is frozen. */
  mine: () => boolean
  /** Ends the renewals; what was not sent is free when the lease runs out. */
  letGo: () => void
}

/**
 * Claims a few mails of an office and renews the claim until it is let go of. Whoever was frozen longer than its
 * lease finds the claim lost and must not begin another mail: somebody else has them.
 */
export async function claimToSend(
  { pool, newId }: Pick<ActivityDeps, 'pool' | 'newId'>,
  officeId: string,
  limit: number,
  lease_ms: number,
): Promise<ClaimedMails> {
  const claim = { id: newId(), lease_ms }
  let until = performance.now() + lease_ms
  const mails = await claimMails(pool, officeId, limit, claim)
  const renew = async () => {
    const asked = performance.now()
    if (asked >= until) return
    await renewClaim(pool, claim)
    until = asked + lease_ms
  }
  // A database that is away for a moment is noticed when the attempt is to be recorded.
  const renewal = setInterval(() => void renew().catch(() => undefined), lease_ms / 4)
  return {
    mails,
    mine: () => performance.now() < until,
    letGo: () => clearInterval(renewal),
  }
}
