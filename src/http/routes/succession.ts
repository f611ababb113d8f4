import type { FastifyInstance } from 'fastify'
import { moveToSuccessor } from '../../commands/succession.js'
import { successionOperations as operations } from '../../contracts/register/succession.js'
import { rejected, success } from '../frame/answers.js'
import { bind } from '../frame/bind.js'
import type { RouteDeps } from './room.js'

/** What a unit that is closed or merged still has goes to another. */
export function successionRoutes(app: FastifyInstance, { commands, line }: RouteDeps): void {
  bind(app, line, operations.reassignFindings, ({ params, body, principal, key, audience }) => {
    const { successor_id, reason, signed_paper_id = null } = body
    const succession = { principal, key, unit_id: params.id, successor_id, reason, signed_paper_id }
    return moveToSuccessor(commands, succession, (outcome) => {
      if (outcome.kind === 'refused') return rejected(audience, outcome.rejection)
      const { reassigned, left } = outcome
      return success(operations.reassignFindings, {
        reassigned: [...reassigned],
        left: left.map((one) => ({ ...one })),
      })
    })
  })
}
