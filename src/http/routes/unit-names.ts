import type { FastifyInstance } from 'fastify'
import { unitNameOperations as operations } from '../../contracts/register/unit-names.js'
import { becomeSystem } from '../../db/principal.js'
import { type NamePlace, pageUnits } from '../../db/register-page.js'
import { success } from '../frame/answers.js'
import { bind } from '../frame/bind.js'
import { pageRequest } from '../frame/page.js'
import { readAs } from '../reading.js'
import type { RouteDeps } from './room.js'

/** Who asks for a transfer names another unit, of which it sees the name alone. */
export function unitNameRoutes(app: FastifyInstance, deps: RouteDeps): void {
  const { commands, cursors, line } = deps
  bind(app, line, operations.listUnitNames, async ({ query, principal }) => {
    const page = pageRequest<NamePlace>(cursors, operations.listUnitNames, query, principal)
    const units = await readAs(commands.pool, principal, async (h) => {
      await becomeSystem(h)
      return pageUnits(h, principal.office_id, { status: 'open' }, page)
    })
    const named = ({ id, name }: NamePlace) => ({ id, name })
    return success(operations.listUnitNames, page.of(units, named, named))
  })
}
