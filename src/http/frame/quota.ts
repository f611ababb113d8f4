import type { FastifyInstance } from 'fastify'
import { ProblemError } from './problem-error.js'
import { type Share, sharedCount } from './shared-count.js'

export const QUOTA_WINDOW_MS = 60_000

/**
 * How many requests somebody has in a minute, over all processes: told with every answer in the two fields of the draft
 * (RateLimit-Policy, RateLimit). Throws QUOTA_EXCEEDED past them. 0 sets no limit.
 */
export function addQuota(app: FastifyInstance, most: number, share: Share): void {
  if (most === 0) return
  const count = sharedCount(share, QUOTA_WINDOW_MS)
  const policy = `"caller";q=${most};w=${QUOTA_WINDOW_MS / 1_000}`
  app.addHook('onRequest', async ({ caller }, reply) => {
    if (!caller) return
    const { service_account_id, person_id } = caller.principal
    const { hits, left_ms } = count(`calls of ${service_account_id ?? person_id}`)
    const seconds = Math.max(1, Math.ceil(left_ms / 1_000))
    reply.header('ratelimit-policy', policy)
    reply.header('ratelimit', `"caller";r=${Math.max(0, most - hits)};t=${seconds}`)
    if (hits <= most) return
    reply.header('retry-after', seconds)
    throw new ProblemError('QUOTA_EXCEEDED')
  })
}
