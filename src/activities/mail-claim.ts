import { claimMails, type Mail, type MailClaim, renewClaim } from '../db/mail.js'
import { countMailDay, lockMailDay, postponeMails } from '../db/mail-quota.js'
import { transaction } from '../db/transaction.js'
import type { ActivityDeps } from './deps.js'

/** Mails that are this worker's to send, as long as `mine` says so. */
export interface ClaimedMails {
  mails: readonly Mail[]
  /** False once the lease may have run out, by a clock that goes on while the process is frozen. */
  mine: () => boolean
  /** Ends the renewals; what was not sent is free when the lease runs out. */
  letGo: () => void
}

interface Wish {
  office_id: string
  /** How many at most. */
  limit: number
  lease_ms: number
  /** How many mails the office may send a day; 0 sets no limit. */
  perDay: number
}

/** Of this many mails of a day one is kept for what serves a notice. */
const KEPT_OF = 10

/**
 * Claims a few mails of an office and renews the claim until it is let go of. Whoever was frozen longer than its
 * lease finds the claim lost and must not begin another mail: somebody else has them.
 */
export async function claimToSend(
  deps: Pick<ActivityDeps, 'pool' | 'newId' | 'alarm'>,
  { office_id, limit, lease_ms, perDay }: Wish,
): Promise<ClaimedMails> {
  const { pool, newId } = deps
  const claim = { id: newId(), lease_ms }
  let until = performance.now() + lease_ms
  const mails =
    perDay === 0
      ? await claimMails(pool, office_id, limit, claim)
      : await claimOfDay(deps, office_id, { limit, perDay }, claim)
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

/**
 * Claims what the office may still send today; what is beyond that waits for the next day, ordinary mail earlier than
 * what serves, and urgent mail never. A mail counts from its claim on, so that one that was sent by a worker that died is
 * not free.
 */
async function claimOfDay(
  { pool, alarm }: Pick<ActivityDeps, 'pool' | 'alarm'>,
  office: string,
  { limit, perDay }: Pick<Wish, 'limit' | 'perDay'>,
  claim: MailClaim,
): Promise<Mail[]> {
  const { mails, waiting } = await transaction(pool, async (tx) => {
    const [, counted] = await Promise.all([lockMailDay(tx, office), countMailDay(tx, office)])
    const left = perDay - counted
    const forAll = left - Math.min(perDay - 1, Math.ceil(perDay / KEPT_OF))
    if (forAll > 0) {
      return { mails: await claimMails(tx, office, Math.min(limit, forAll), claim), waiting: 0 }
    }
    const which = left > 0 ? 'serving' : 'anyway'
    const most = left > 0 ? Math.min(limit, left) : limit
    const [mails, waiting] = await Promise.all([
      claimMails(tx, office, most, { ...claim, which }),
      postponeMails(tx, office, which),
    ])
    return { mails, waiting }
  })
  if (waiting > 0)
    alarm('an office has sent its mails of the day, the rest waits', { office, waiting })
  return mails
}
