import { normalizeIP } from '@fastify/rate-limit'
import type { FastifyRequest } from 'fastify'
import { rememberFor } from '../../auth/recent.js'
import type { Deps } from '../../commands/deps.js'
import type { Principal } from '../../commands/principal.js'
import { noteRefusal } from '../../commands/security-events.js'

const ONCE_MS = 60_000
const REMEMBERED_MAX = 10_000

/** Records who was not let in. What could be sent without end is recorded once a minute, so that it fills nothing. */
export interface RefusedCallers {
  /** Something was shown that opens nothing; how often is limited by whoever counts it. */
  refused(request: FastifyRequest): Promise<void>
  /** A good token of somebody no office knows, or who was disabled. */
  unknown(request: FastifyRequest, subject: string): Promise<void>
  /** An address has failed too often. */
  limited(request: FastifyRequest): Promise<void>
  /** Somebody has to log in anew for what they want to do. */
  stepUp(principal: Principal): Promise<void>
}

export function refusedCallers(deps: Deps): RefusedCallers {
  const once = rememberFor(ONCE_MS, REMEMBERED_MAX, (key) =>
    noteRefusal(deps, JSON.parse(key) as Parameters<typeof noteRefusal>[1]),
  )
  return {
    refused: ({ ip: address }) =>
      noteRefusal(deps, { kind: 'login_refused', principal: null, address }),
    unknown: ({ ip: address }, subject) =>
      once.get(JSON.stringify({ kind: 'login_refused', principal: null, address, subject })),
    limited: ({ ip }) => {
      const address = normalizeIP(ip, 64)
      return once.get(JSON.stringify({ kind: 'attempts_limited', principal: null, address }))
    },
    stepUp: (principal) =>
      once.get(
        JSON.stringify({ kind: 'step_up_asked', principal, address: principal.address ?? '' }),
      ),
  }
}
