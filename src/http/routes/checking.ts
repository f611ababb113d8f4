import type { FastifyInstance } from 'fastify'
import { checkDraft } from '../../commands/check-answer.js'
import { checkingOperations as operations } from '../../contracts/findings/checking.js'
import { rejected, success } from '../frame/answers.js'
import { bind } from '../frame/bind.js'
import { presentCheck } from '../present/check.js'
import type { RouteDeps } from './room.js'

/** What a unit's answer lacks, told before it is sent. */
export function checkingRoutes(app: FastifyInstance, { commands, line }: RouteDeps): void {
  bind(app, line, operations.checkAnswer, async ({ params, body, principal, audience }) => {
    const { signed_paper_id = null, ...answer } = body
    const told = await checkDraft(commands, principal, { id: params.id, answer, signed_paper_id })
    if (told.kind === 'refused') return rejected(audience, told.rejection)
    return success(operations.checkAnswer, presentCheck(told))
  })
}
