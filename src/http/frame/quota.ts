import { createHash } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import type { Identity } from '../../auth/issuer.js'
import { ProblemError } from './problem-error.js'
import { type Share, sharedCount } from './shared-count.js'

export const QUOTA_WINDOW_MS = 60_000

/** Who shows a credential that is good: an account, or a login, whether or not an office knows it. */
export type Credential = { account_id: string } | Identity

/** Counts a request of whoever shows a good credential. Throws QUOTA_EXCEEDED past the limit. */
export type CountCall = (whose: Credential, reply: FastifyReply) => void

/**
 * How many requests somebody has in a minute, over all processes: told with every answer in the two fields of the draft
 * (RateLimit-Policy, RateLimit). Counted as soon as the credential is known to be good, so that what is refused after
 * it (a role, an office, a person acted for) counts as well. 0 sets no limit.
 */
export function callCounter(most: number, share: Share): CountCall {
  if (most === 0) return () => undefined
  const count = sharedCount(share, QUOTA_WINDOW_MS)
  const policy = `"caller";q=${most};w=${QUOTA_WINDOW_MS / 1_000}`
  return (whose, reply) => {
    const { hits, left_ms } = count(`calls of ${nameOf(whose)}`)
    const seconds = Math.max(1, Math.ceil(left_ms / 1_000))
    reply.header('ratelimit-policy', policy)
    reply.header('ratelimit', `"caller";r=${Math.max(0, most - hits)};t=${seconds}`)
    if (hits <= most) return
    reply.header('retry-after', seconds)
    throw new ProblemError('QUOTA_EXCEEDED')
  }
}

/** A login is as long as its issuer likes, and says who somebody is: its hash does neither. */
function nameOf(whose: Credential): string {
  if ('account_id' in whose) return whose.account_id
  const login = JSON.stringify([whose.issuer, whose.subject])
  return createHash('sha256').update(login).digest('hex')
}
