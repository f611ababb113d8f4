import type { FastifyInstance } from 'fastify'
import { rememberFor } from '../../auth/recent.js'
import { hiddenPeople } from '../../db/masked.js'
import type { Pool } from '../../db/pool.js'
import { becomeSystem } from '../../db/principal.js'
import { hiddenFrom, masked } from '../../domain/masked.js'
import { readAs } from '../reading.js'

const REMEMBERED_MAX = 1_000

/**
 * Takes the ids of those who are hidden out of whatever a unit is answered, by whichever route, also where it was answered
 * before and is again; what is signed was masked before. Names of the office no unit is ever given. A change of the policy is known after so many milliseconds.
 */
export function addMasking(app: FastifyInstance, pool: Pool, rememberMs: number): void {
  const known = rememberFor(rememberMs, REMEMBERED_MAX, (office_id) => look(pool, office_id))
  app.addHook('onSend', async (request, reply, payload) => {
    const principal = request.caller?.principal
    if (principal?.scope !== 'unit' || typeof payload !== 'string') return payload
    if (request.routeOptions.config.signed && reply.statusCode < 400) return payload
    // A failure of ours tells of nobody, and perhaps nothing can be looked up.
    if (reply.statusCode >= 500) return payload
    return masked(payload, hiddenFrom(principal.person_id, await known.get(principal.office_id)))
  })
}

function look(pool: Pool, office_id: string): Promise<Set<string>> {
  const nobody = { office_id, scope: 'unit', units: [], person_id: '', memberships: [] } as const
  return readAs(pool, { ...nobody, rehearsal: false }, async (h) => {
    const [, hidden] = await Promise.all([becomeSystem(h), hiddenPeople(h, office_id)])
    return hidden
  })
}
