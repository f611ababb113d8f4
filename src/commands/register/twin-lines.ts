import type { Asset } from '../../db/asset.js'

/**
 * Tells, line after line of one list, which would be an asset once more: one that another line is, or a new one that nothing but
 * its address tells from another line's, so that no later list could say which of the two it means.
 */
export function twinLines(): (before: Asset | null, asset: Asset) => boolean {
  const changed = new Set<string>()
  const added = new Set<string>()
  const names = new Set<string>()
  return (before, asset) => {
    const name = JSON.stringify([asset.unit_id, asset.medium, asset.name, asset.platform])
    const twice = before === null ? names.has(name) : changed.has(before.id) || added.has(name)
    names.add(name)
    if (before === null) added.add(name)
    else changed.add(before.id)
    return twice
  }
}
