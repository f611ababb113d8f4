import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Identity } from '../../auth/issuer.js'
import { COSTS } from '../../contracts/costs.js'
import { ProblemError } from './problem-error.js'
import { type Share, sharedCount } from './shared-count.js'

export const QUOTA_WINDOW_MS = 60_000

/** Who shows a credential that is good: an account, or a login, whether or not an office knows it. */
export type Credential = { account_id: string } | Identity

/** Counts a request, of so many reads, of whoever shows a good credential. Throws QUOTA_EXCEEDED past a limit. */
export type CountCall = (whose: Credential, request: FastifyRequest, reply: FastifyReply) => void

/** What one caller has in a minute, over all processes; 0 sets no limit. */
export interface Quotas {
  requests: number
  /** What these may cost together, in reads. */
  cost: number
}

/**
 * How many requests somebody has in a minute and what they may cost, over all processes: told with every answer in the
 * two fields of the draft (RateLimit-Policy, RateLimit). Counted as soon as the credential is known to be good, so that
 * what is refused after it (a role, an office, a person acted for) counts as well.
 */
export function callCounter({ requests, cost }: Quotas, share: Share): CountCall {
  const limits = [
    { name: 'caller', most: requests, of: 'calls of', weighed: false },
    { name: 'cost', most: cost, of: 'cost of', weighed: true },
  ].filter(({ most }) => most > 0)
  if (limits.length === 0) return () => undefined
  const count = sharedCount(share, QUOTA_WINDOW_MS)
  const window = QUOTA_WINDOW_MS / 1_000
  const policy = limits.map(({ name, most }) => `"${name}";q=${most};w=${window}`).join(', ')
  return (whose, request, reply) => {
    const { cost = COSTS.read } = request.routeOptions.config
    const credential = nameOf(whose)
    const counted = limits.map(({ name, most, of, weighed }) => {
      const { hits, left_ms } = count(`${of} ${credential}`, weighed ? cost : 1)
      return {
        name,
        left: most - hits,
        seconds: Math.max(1, Math.ceil(Math.floor(left_ms) / 1_000)),
      }
    })
    const told = counted.map(
      ({ name, left, seconds }) => `"${name}";r=${Math.max(0, left)};t=${seconds}`,
    )
    reply.header('ratelimit-policy', policy)
    reply.header('ratelimit', told.join(', '))
    const over = counted.filter(({ left }) => left < 0)
    if (over.length === 0) return
    reply.header('retry-after', Math.max(...over.map(({ seconds }) => seconds)))
    throw new ProblemError('QUOTA_EXCEEDED')
  }
}

/** A login is as long as its issuer likes, and says who somebody is: its hash does neither. */
function nameOf(whose: Credential): string {
  if ('account_id' in whose) return whose.account_id
  const login = JSON.stringify([whose.issuer, whose.subject])
  return createHash('sha256').update(login).digest('hex')
}
