import type { Asset } from '../../db/asset.js'
import { byKey } from '../../domain/matching/by-key.js'

/** What tells which asset a line of a list is; a platform that is not said may be any. */
export type Identity = Pick<Asset, 'unit_id' | 'medium' | 'name'> &
  Partial<Pick<Asset, 'id' | 'platform' | 'url'>>

/** The asset of a line, none, or why that cannot be said. */
export type Found =
  | Asset
  | { column: 'id'; fault: 'NO_SUCH_ASSET' }
  | { column: 'name'; fault: 'SEVERAL_ASSETS' }
  | { column: 'url'; fault: 'OTHER_UNITS_ASSET' }
  | null

/** The assets of an office, found line by line of one list. */
export function knownAssets(assets: readonly Asset[]) {
  const byId = new Map(assets.map((asset) => [asset.id, asset]))
  const byName = byKey(assets, nameOf)
  const byAddress = byKey(assets, addressOf)

  const named = (identity: Identity): Found => {
    const { id, platform } = identity
    if (id !== undefined) return byId.get(id) ?? { column: 'id', fault: 'NO_SUCH_ASSET' }
    const any = byName.get(nameOf(identity)) ?? []
    const [first, ...others] = any.filter(
      (asset) => platform === undefined || asset.platform === platform,
    )
    if (!first) return null
    return others.length === 0 ? first : { column: 'name', fault: 'SEVERAL_ASSETS' }
  }

  return {
    /** The asset of each line. An address tells only of open assets of the unit that no other line is. */
    of(identities: readonly Identity[]): Found[] {
      const found = identities.map(named)
      const claimed = new Set(found.flatMap((one) => (one && 'id' in one ? [one.id] : [])))
      return identities.map((identity, index): Found => {
        const one = found[index] ?? null
        if (one !== null) return one
        const address = addressOf(identity)
        const there = (address === null ? undefined : byAddress.get(address)) ?? []
        const free = there.filter(({ id, status }) => status === 'open' && !claimed.has(id))
        const [first, ...others] = free.filter(({ unit_id }) => unit_id === identity.unit_id)
        if (first) return others.length === 0 ? first : null
        return free.length === 0 ? null : { column: 'url', fault: 'OTHER_UNITS_ASSET' }
      })
    },
  }
}

function nameOf({ unit_id, medium, name }: Identity): string {
  return JSON.stringify([unit_id, medium, name])
}

/** Columns share the address of their site: it tells of none of them. */
function addressOf({ medium, platform = null, url = null }: Identity): string | null {
  return url === null || medium === 'channel' ? null : JSON.stringify([medium, platform, url])
}
