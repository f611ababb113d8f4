import rateLimit, {
  type FastifyRateLimitStore,
  type FastifyRateLimitStoreCtor,
} from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import type { Attempts } from '../../commands/attempts.js'

/** Counts one more try under a key, for every process. */
export type CountAttempt = (subject: string, windowMs: number) => Promise<Attempts>

/** More addresses than this are not remembered as full at once; those forgotten are asked for again. */
const MOST_FULL = 10_000

/** Limits of the plugin, counted by ours: no route is limited by itself, a limit is asked where it belongs. */
export async function addRateLimit(app: FastifyInstance, count: CountAttempt): Promise<void> {
  await app.register(rateLimit, { global: false, store: storeOf(count) })
}

/** What has reached its most is not counted further until its window ends: a flood costs the database nothing. */
function storeOf(count: CountAttempt): FastifyRateLimitStoreCtor {
  const full = new Map<string, number>()
  const incr: FastifyRateLimitStore['incr'] = (key, tell, windowMs, max) => {
    const until = full.get(key) ?? 0
    const now = performance.now()
    if (now < until) return tell(null, { current: max + 1, ttl: until - now })
    full.delete(key)
    count(key, windowMs).then(
      ({ hits, left_ms }) => {
        if (hits > max) full.set(key, performance.now() + left_ms)
        const oldest = full.keys().next()
        if (full.size > MOST_FULL && !oldest.done) full.delete(oldest.value)
        tell(null, { current: hits, ttl: left_ms })
      },
      (error: unknown) => tell(error instanceof Error ? error : new Error('not counted')),
    )
  }
  return class implements FastifyRateLimitStore {
    incr = incr
    child(): FastifyRateLimitStore {
      return this
    }
  }
}
