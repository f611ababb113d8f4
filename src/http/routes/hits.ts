import type { FastifyInstance } from 'fastify'
import { dismiss } from '../../commands/hits/dismiss.js'
import { hitOperations as operations } from '../../contracts/hits.js'
import { type Hit, type HitPlace, listHits } from '../../db/hit.js'
import { rejected, success } from '../frame/answers.js'
import { bind } from '../frame/bind.js'
import { pageRequest } from '../frame/page.js'
import { readAs } from '../reading.js'
import type { RouteDeps } from './room.js'

/** What inspection tools have found, and what the office decides of it. */
export function hitRoutes(app: FastifyInstance, { commands, cursors, line }: RouteDeps): void {
  bind(app, line, operations.listHits, async ({ query, principal }) => {
    const page = pageRequest<HitPlace>(cursors, operations.listHits, query, principal)
    const { tool, status, indicator: indicator_id, finding: finding_id } = query
    const filter = { office_id: principal.office_id, tool, status, indicator_id, finding_id }
    const rows = await readAs(commands.pool, principal, (h) => listHits(h, filter, page))
    return success(
      operations.listHits,
      page.of(rows, ({ id }) => ({ id }), present),
    )
  })

  bind(app, line, operations.dismissHit, ({ params, body, principal, key, audience }) =>
    dismiss(commands, { principal, key, id: params.id, reason: body.reason }, (outcome) => {
      if (outcome.kind === 'refused') return rejected(audience, outcome.rejection)
      return success(operations.dismissHit, present(outcome.hit))
    }),
  )
}

/** How it was decided is its status; whose it is the caller knows. */
function present({ office_id: _, decision: __, ...hit }: Hit) {
  // Who took it up once and gave it back says nothing of it any more.
  return hit.finding_id === null ? { ...hit, taken_up_at: null, taken_up_by: null } : hit
}
