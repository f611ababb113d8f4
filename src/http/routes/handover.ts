import type { FastifyInstance } from 'fastify'
import { handOver } from '../../commands/register/handover.js'
import { handoverOperations as operations } from '../../contracts/register/handover.js'
import { success } from '../frame/answers.js'
import { bind } from '../frame/bind.js'
import type { RouteDeps } from './room.js'

/** The open work of somebody who leaves goes to a colleague. */
export function handoverRoutes(app: FastifyInstance, { commands, line }: RouteDeps): void {
  bind(app, line, operations.handOverFindings, ({ params, body, principal, key }) =>
    handOver(commands, { principal, key, person_id: params.id, ...body }, (findings) =>
      success(operations.handOverFindings, { findings: [...findings] }),
    ),
  )
}
