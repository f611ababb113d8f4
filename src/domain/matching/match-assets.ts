import { byKey } from './by-key.js'
import { type Match, nameMatcher } from './match-names.js'

/** A site, column or account of the register. */
export interface KnownAsset {
  id: string
  unit_id: string
  name: string
  aliases: readonly string[]
  platform: string | null
  url: string | null
}

/** One as a notice names it: a name or an address, and what else is known of it. */
export interface NamedAsset {
  name: string
  unit_id: string | null
  platform: string | null
}

export type AssetMatch = Match | { found: 'url'; id: string; proposals: readonly [] }

// Not where an @ follows: the host is what stands behind it.
const HOST = /(?:https?:\/\/|(?=www\.))([a-z0-9.-]+\.[a-z]{2,})(?![^/?#\s]*@)/i

/**
 * Finds what sites, columns and accounts stand for: by the host of an address that is one asset's alone, else by name
 * among those of the unit, where it is known, and of the platform, where it is named. Otherwise up to three proposals.
 */
export function assetMatcher(register: readonly KnownAsset[]): (asset: NamedAsset) => AssetMatch {
  const byHost = byKey(register, ({ url }) => hostOf(url ?? ''))
  const platforms = new Set(register.map(({ platform }) => platform))
  const matchers = new Map<string, (name: string) => Match>()

  const matcherFor = ({ unit_id, platform: named }: NamedAsset) => {
    // One the register does not know is like any other: a table for each that is sent would be without end.
    const platform = platforms.has(named) ? named : named && ''
    const key = JSON.stringify([unit_id, platform])
    const known = matchers.get(key)
    if (known) return known
    const among = register.filter(
      (one) =>
        (unit_id === null || one.unit_id === unit_id) &&
        (platform === null || one.platform === null || one.platform === platform),
    )
    const made = nameMatcher(among)
    matchers.set(key, made)
    return made
  }

  return (asset) => {
    const host = hostOf(asset.name)
    const [only, ...others] = host ? (byHost.get(host) ?? []) : []
    const elsewhere = asset.unit_id !== null && only?.unit_id !== asset.unit_id
    if (only && others.length === 0 && !elsewhere)
      return { found: 'url', id: only.id, proposals: [] }
    return matcherFor(asset)(asset.name)
  }
}

function hostOf(text: string): string | null {
  return (
    HOST.exec(text)?.[1]
      ?.toLowerCase()
      .replace(/^www\./, '') ?? null
  )
}
