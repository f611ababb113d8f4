import { normalizeIP } from '@fastify/rate-limit'
import type { FastifyRequest } from 'fastify'
import type { Deps } from '../../commands/deps.js'
import type { Principal } from '../../commands/principal.js'
import { noteRefusal, type Refused } from '../../commands/security-events.js'
import { tallyOf } from './tally.js'

const WINDOW_MS = 60_000
/** So many are told apart in a minute; the rest is recorded without saying from where. */
const MOST_APART = 1_000
const SUBNET = 64

/**
 * Records who was not let in: the first time at once, and how often it came again once, at the end of the minute, by
 * address (IPv6: one /64) and cause, so that nobody fills the record from outside, whatever else is limited.
 */
export interface RefusedCallers {
  /** Something was shown that opens nothing. */
  refused(request: FastifyRequest): Promise<void>
  /** A good token of somebody no office knows, or who was disabled. */
  unknown(request: FastifyRequest, subject: string): Promise<void>
  /** An address has failed too often. */
  limited(request: FastifyRequest): Promise<void>
  /** Somebody has to log in anew for what they want to do. */
  stepUp(principal: Principal): Promise<void>
  /** Somebody says that they act for a person they do not act for. */
  behalf(principal: Principal): Promise<void>
  /** Records what was only counted so far. */
  flush(): Promise<void>
}

export function refusedCallers(deps: Deps): RefusedCallers {
  const settings = {
    ...{ ms: WINDOW_MS, max: MOST_APART },
    rest: ({ kind }: Refused): Refused => ({ kind, principal: null, address: null }),
    record: (one: Refused, times: number) => noteRefusal(deps, one, times),
  }
  // Apart, so that a crowd of strangers hides nobody who is known.
  const strangers = tallyOf(settings)
  const known = tallyOf(settings)
  const stranger = (kind: Refused['kind'], { ip }: FastifyRequest, subject?: string) =>
    strangers.add({
      ...{ kind, principal: null, address: normalizeIP(ip, SUBNET) },
      ...(subject === undefined ? {} : { subject }),
    })
  const somebody = (kind: Refused['kind'], principal: Principal) =>
    known.add({ kind, principal, address: principal.address ?? null })
  return {
    refused: (request) => stranger('login_refused', request),
    unknown: (request, subject) => stranger('login_refused', request, subject),
    limited: (request) => stranger('attempts_limited', request),
    stepUp: (principal) => somebody('step_up_asked', principal),
    behalf: (principal) => somebody('behalf_refused', principal),
    async flush() {
      await Promise.all([strangers.flush(), known.flush()])
    },
  }
}
