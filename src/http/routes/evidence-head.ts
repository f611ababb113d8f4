import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { CommandError } from '../../commands/errors.js'
import { mayOpen } from '../../commands/evidence.js'
import type { Principal } from '../../commands/principal.js'
import { COSTS } from '../../contracts/costs.js'
import { evidenceOperations } from '../../contracts/evidence.js'
import { id, sha256 } from '../../contracts/fields.js'
import { findEvidence, ownUpload } from '../../db/evidence.js'
import type { Handle } from '../../db/handle.js'
import { NO_QUERY } from '../frame/bind.js'
import { callerOf } from '../frame/caller.js'
import { routerPath } from '../frame/methods.js'
import { admission } from '../frame/policy.js'
import { readAs } from '../reading.js'
import type { RouteDeps } from './room.js'

const named = z.strictObject({ id: z.union([id, sha256]) })

/**
 * HEAD says what a file is without sending it; by its hash also whether the caller's own unit has uploaded it already,
 * so that nothing is sent twice over a slow line. What others have uploaded is as if it were not there.
 */
export function headOfEvidence(app: FastifyInstance, { commands }: RouteDeps): void {
  const { downloadEvidence } = evidenceOperations
  app.route({
    method: 'HEAD',
    url: routerPath(downloadEvidence.path),
    config: { ...admission(downloadEvidence), cost: COSTS.read },
    schema: { params: named, querystring: NO_QUERY },
    handler: async (request, reply) => {
      const { id: asked } = request.params as z.output<typeof named>
      const { principal } = callerOf(request)
      const evidence = await readAs(commands.pool, principal, (h) => found(h, principal, asked))
      if (!evidence || !mayOpen(principal, evidence)) throw new CommandError('NOT_FOUND')
      return reply
        .header('etag', `"${evidence.sha256}"`)
        .header('content-location', `/v1/evidence/${evidence.id}`)
        .header('content-length', evidence.size)
        .type(evidence.type)
        .send()
    },
  })
}

function found(h: Handle, principal: Principal, asked: string) {
  return asked.includes('-') ? findEvidence(h, asked) : ownUpload(h, principal, asked)
}
