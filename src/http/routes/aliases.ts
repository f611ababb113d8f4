import type { FastifyInstance } from 'fastify'
import { changeRow } from '../../commands/register/change.js'
import { withAlias } from '../../commands/register/learn-alias.js'
import { unitRows } from '../../commands/register/rows.js'
import { aliasOperations as operations } from '../../contracts/register/aliases.js'
import { refusal, success } from '../frame/answers.js'
import { bind } from '../frame/bind.js'
import { contentTag } from '../frame/etag.js'
import type { RouteDeps } from './room.js'

/** What a notice calls a unit, learnt from whoever decided whom it means. */
export function aliasRoutes(app: FastifyInstance, { commands, line }: RouteDeps): void {
  bind(app, line, operations.learnAlias, ({ params, body, principal, key, audience }) => {
    const { find, update } = unitRows
    return changeRow(
      commands,
      {
        ...{ register: 'unit', principal, key, id: params.id, find, update },
        next: (unit, h) => withAlias(h, unit, body.alias),
      },
      () => true,
      (outcome) => {
        if (outcome.kind === 'wrong' && outcome.field === '/alias')
          return refusal(audience, 'ALREADY_EXISTS')
        if (outcome.kind === 'wrong')
          return refusal(audience, 'VALIDATION_FAILED', [
            { in: 'body', pointer: '/alias', code: 'OUT_OF_RANGE' },
          ])
        const { office_id: _, ...shown } = outcome.row
        return success(operations.learnAlias, shown, { etag: contentTag(shown) })
      },
    )
  })
}
