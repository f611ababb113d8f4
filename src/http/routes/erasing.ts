import type { FastifyInstance } from 'fastify'
import { eraseThePerson } from '../../commands/register/erase.js'
import { erasingOperations as operations } from '../../contracts/register/erasing.js'
import { rejected, success } from '../frame/answers.js'
import { bind } from '../frame/bind.js'
import type { RouteDeps } from './room.js'

/** People who have left are erased. */
export function erasingRoutes(app: FastifyInstance, { commands, line }: RouteDeps): void {
  bind(app, line, operations.erasePerson, ({ params, body, principal, key, audience }) => {
    const { reason, basis, signed_paper_id = null } = body
    const asked = { principal, key, person_id: params.id, reason, basis, signed_paper_id }
    return eraseThePerson(commands, asked, (outcome) => {
      if (outcome.kind === 'refused') return rejected(audience, outcome.rejection)
      const { office_id: _, ...erasure } = outcome.erasure
      const findings = outcome.findings.map((one) => ({ ...one }))
      return success(operations.erasePerson, { ...erasure, findings, by_name: outcome.by_name })
    })
  })
}
