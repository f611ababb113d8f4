import type { FastifyInstance } from 'fastify'
import { CommandError } from '../../commands/errors.js'
import { changePolicy } from '../../commands/policies.js'
import { policyOperations as operations } from '../../contracts/policies.js'
import { findOffice } from '../../db/office.js'
import { listPolicies } from '../../db/policy.js'
import { refusal, rejected, success } from '../frame/answers.js'
import { bind } from '../frame/bind.js'
import { contentTag } from '../frame/etag.js'
import { presentPolicy } from '../present/policy.js'
import { readAs } from '../reading.js'
import type { RouteDeps } from './room.js'

/** What an office decides for itself, version by version; the tag is that of the version in force. */
export function policyRoutes(app: FastifyInstance, { commands, line }: RouteDeps): void {
  bind(app, line, operations.listPolicies, async ({ principal }) => {
    const { office_id } = principal
    const [office, versions] = await readAs(commands.pool, principal, (h) =>
      Promise.all([findOffice(h, office_id), listPolicies(h, office_id)]),
    )
    if (!office) throw new CommandError('NOT_FOUND')
    const current = office.policy_version_id
    const items = versions.map((version) => presentPolicy(version, current))
    return success(operations.listPolicies, { items }, { etag: contentTag(current) })
  })

  bind(app, line, operations.changePolicy, ({ body, principal, key, if_match, audience }) => {
    const { policy: change, reason } = body
    const seen = (current: string) => contentTag(current) === if_match
    return changePolicy(commands, { principal, key, change, reason, seen }, (outcome) => {
      if (outcome.kind === 'refused') return rejected(audience, outcome.rejection)
      if (outcome.kind === 'stale') {
        return refusal(audience, 'STALE', [], contentTag(outcome.current))
      }
      const { version } = outcome
      const etag = contentTag(version.id)
      return success(operations.changePolicy, presentPolicy(version, version.id), { etag })
    })
  })
}
