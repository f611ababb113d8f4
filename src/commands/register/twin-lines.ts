import type { Asset } from '../../db/asset.js'

/**
 * Tells, line after line of one list, which would be an asset once more: one that another line is, or one whose new name
 * another line (TWICE) or an asset that no line is (TAKEN) has already, so that no later list could say which of the two
 * it means. Of such as were there before nothing is said.
 */
export function twinLines(
  unlisted: readonly Asset[],
): (before: Asset | null, asset: Asset) => 'TWICE' | 'TAKEN' | null {
  const others = new Set(unlisted.map(nameOf))
  const lines = new Set<string>()
  const names = new Set<string>()
  const given = new Set<string>()
  return (before, asset) => {
    const name = nameOf(asset)
    const isNew = before === null || nameOf(before) !== name
    const sameLine = before !== null && lines.has(before.id)
    const twice = sameLine || (isNew ? names : given).has(name)
    lines.add(asset.id)
    names.add(name)
    if (isNew) given.add(name)
    if (twice) return 'TWICE'
    return isNew && others.has(name) ? 'TAKEN' : null
  }
}

function nameOf({ unit_id, medium, name, platform }: Asset): string {
  return JSON.stringify([unit_id, medium, name, platform])
}
