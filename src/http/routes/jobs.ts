import type { FastifyInstance } from 'fastify'
import { CommandError } from '../../commands/errors.js'
import { jobOperations as operations } from '../../contracts/long-jobs.js'
import { findOperation } from '../../db/operation.js'
import { success } from '../frame/answers.js'
import { bind } from '../frame/bind.js'
import { presentJob } from '../present/job.js'
import { readAs } from '../reading.js'
import type { RouteDeps } from './room.js'

/** Long jobs: how far they are, and the one people start here, moving a rehearsal's clock. */
export function jobRoutes(app: FastifyInstance, { commands, line }: RouteDeps): void {
  bind(app, line, operations.getOperation, async ({ params, principal }) => {
    const job = await readAs(commands.pool, principal, (h) => findOperation(h, params.id))
    if (!job) throw new CommandError('NOT_FOUND')
    return success(operations.getOperation, presentJob(job))
  })
}
