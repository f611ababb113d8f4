import type { FastifyInstance } from 'fastify'
import { matchingOperations as operations } from '../../contracts/notices/matching.js'
import { listAssets } from '../../db/asset.js'
import { listUnits } from '../../db/unit.js'
import { type AssetMatch, assetMatcher } from '../../domain/matching/match-assets.js'
import { nameMatcher } from '../../domain/matching/match-names.js'
import { success } from '../frame/answers.js'
import { bind } from '../frame/bind.js'
import { readAs } from '../reading.js'
import type { RouteDeps } from './room.js'

const isOpen = ({ status }: { status: 'open' | 'closed' }) => status === 'open'

/** What the names in a notice stand for in the register. */
export function matchingRoutes(app: FastifyInstance, { commands, line }: RouteDeps): void {
  bind(app, line, operations.matchNames, async ({ body, principal }) => {
    const { office_id } = principal
    const [units, assets] = await readAs(commands.pool, principal, (h) =>
      Promise.all([listUnits(h, office_id), listAssets(h, office_id)]),
    )
    const unitNamed = nameMatcher(units.filter(isOpen))
    const assetNamed = assetMatcher(assets.filter(isOpen))
    return success(operations.matchNames, {
      units: body.units.map((name) => shown(name, unitNamed(name))),
      assets: body.assets.map(({ name, unit, platform }) => {
        const unit_id = unit === null ? null : unitNamed(unit).id
        return shown(name, assetNamed({ name, unit_id, platform }))
      }),
    })
  })
}

function shown<M extends AssetMatch>(name: string, match: M) {
  const { found, id } = match
  return { name, found, id, proposals: match.proposals.map((one) => ({ ...one })) }
}
