import { normalizeIP } from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ProblemError } from './problem-error.js'
import type { RefusedCallers } from './refused-callers.js'

const WINDOW_MS = 60_000
/** A network of this size is one subscriber's. */
const SUBNET = 64
/** More addresses than this are not remembered as full at once. */
const MOST_FULL = 10_000

type Ask = (request: FastifyRequest, reply: FastifyReply) => Promise<void>

/** Failed tries to get in, by address. */
export interface Failures {
  /** Counts one. Throws QUOTA_EXCEEDED past the limit, UNAVAILABLE where it cannot be counted. */
  count: Ask
  /** Throws QUOTA_EXCEEDED where the address is known to be past the limit; asks nobody. */
  refuseFull: Ask
}

/**
 * Failed tries from one address in a minute. Only failures are counted, so that who gets in pays nothing and shares no
 * fate with a neighbour behind the same address. What cannot be counted is not answered: nobody guesses uncounted.
 */
export function failureCounter(
  app: FastifyInstance,
  max: number,
  { limited }: Pick<RefusedCallers, 'limited'>,
): Failures {
  if (max === 0) return { count: async () => undefined, refuseFull: async () => undefined }
  const full = new Map<string, number>()
  const nameOf = ({ ip }: FastifyRequest) => `failed from ${normalizeIP(ip, SUBNET)}`
  const counted = app.createRateLimit({ max, timeWindow: WINDOW_MS, keyGenerator: nameOf })
  const refuseFull: Ask = async (request, reply) => {
    const left_ms = (full.get(nameOf(request)) ?? 0) - performance.now()
    if (left_ms <= 0) return
    await limited(request)
    reply.header('retry-after', Math.max(1, Math.ceil(left_ms / 1_000)))
    throw new ProblemError('QUOTA_EXCEEDED')
  }
  return {
    refuseFull,
    async count(request, reply) {
      const limit = await counted(request).catch((error: unknown) => {
        request.log.error({ err: error }, 'a failed try was not counted')
        throw new ProblemError('UNAVAILABLE')
      })
      if (limit.isAllowed || !limit.isExceeded) return
      full.delete(nameOf(request))
      full.set(nameOf(request), performance.now() + Math.max(1, limit.ttl))
      const oldest = full.keys().next()
      if (full.size > MOST_FULL && !oldest.done) full.delete(oldest.value)
      await refuseFull(request, reply)
    },
  }
}
