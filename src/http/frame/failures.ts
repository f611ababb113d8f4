import { normalizeIP } from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ProblemError } from './problem-error.js'
import type { RefusedCallers } from './refused-callers.js'

const WINDOW_MS = 60_000
/** A network of this size is one subscriber's. */
const SUBNET = 64

/** Counts a failed try to get in. Throws QUOTA_EXCEEDED past the limit, UNAVAILABLE where it cannot be counted. */
export type CountFailure = (request: FastifyRequest, reply: FastifyReply) => Promise<void>

/**
 * Failed tries from one address in a minute. Only failures are counted, so that who gets in pays nothing and shares no
 * fate with a neighbour behind the same address. What cannot be counted is not answered: nobody guesses uncounted.
 */
export function failureCounter(
  app: FastifyInstance,
  max: number,
  { limited }: Pick<RefusedCallers, 'limited'>,
): CountFailure {
  if (max === 0) return async () => undefined
  const counted = app.createRateLimit({
    ...{ max, timeWindow: WINDOW_MS },
    keyGenerator: ({ ip }) => `failed from ${normalizeIP(ip, SUBNET)}`,
  })
  return async (request, reply) => {
    const limit = await counted(request).catch((error: unknown) => {
      request.log.error({ err: error }, 'a failed try was not counted')
      throw new ProblemError('UNAVAILABLE')
    })
    if (limit.isAllowed || !limit.isExceeded) return
    await limited(request)
    reply.header('retry-after', Math.max(1, limit.ttlInSeconds))
    throw new ProblemError('QUOTA_EXCEEDED')
  }
}
