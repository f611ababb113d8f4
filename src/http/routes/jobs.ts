import type { FastifyInstance } from 'fastify'
import { CommandError } from '../../commands/errors.js'
import { cancelOperation } from '../../commands/operations.js'
import { startAdvance } from '../../commands/rehearsal/advance.js'
import { jobOperations as operations } from '../../contracts/long-jobs.js'
import { findOperation } from '../../db/operation.js'
import { refusal, success } from '../frame/answers.js'
import { bind } from '../frame/bind.js'
import { presentJob } from '../present/job.js'
import { readAs } from '../reading.js'
import type { RouteDeps } from './room.js'

const TOO_FAR = { in: 'body', pointer: '/to', code: 'OUT_OF_RANGE' } as const

/** Long jobs: how far they are, and the one people start here, moving a rehearsal's clock, and stopping one. */
export function jobRoutes(app: FastifyInstance, { commands, line }: RouteDeps): void {
  bind(app, line, operations.advanceRehearsal, ({ body, principal, key, audience }) =>
    startAdvance(commands, { principal, key, target: body }, (outcome) => {
      if (outcome.kind === 'refused') {
        return outcome.code === 'TOO_FAR'
          ? refusal(audience, 'VALIDATION_FAILED', [TOO_FAR])
          : refusal(audience, outcome.code)
      }
      const location = `/v1/operations/${outcome.operation.id}`
      return success(operations.advanceRehearsal, presentJob(outcome.operation), { location })
    }),
  )

  bind(app, line, operations.cancelOperation, ({ params, principal, key }) =>
    cancelOperation(commands, { principal, key, id: params.id }, (job) =>
      success(operations.cancelOperation, presentJob(job)),
    ),
  )

  bind(app, line, operations.getOperation, async ({ params, principal }) => {
    const job = await readAs(commands.pool, principal, (h) => findOperation(h, params.id))
    if (!job) throw new CommandError('NOT_FOUND')
    return success(operations.getOperation, presentJob(job))
  })
}
