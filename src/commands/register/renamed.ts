import type { Asset } from '../../db/asset.js'
import { MOST_ALIASES } from '../../domain/matching/plain-name.js'

/** An asset after a change, with all its names; the eldest of the others give way where there are too many. */
export function renamed(before: Asset, after: Asset): Asset {
  const all = withFormerName(before, after)
  return { ...all, aliases: all.aliases.slice(-MOST_ALIASES) }
}

/**
 * An asset after a change: what it was called before goes on being one of its names, for notices and tools go on using it. Its
 * own name is none of them. They may be more than an asset may have.
 */
export function withFormerName(before: Asset, after: Asset): Asset {
  if (before.name === after.name) return after
  const others = after.aliases.filter((alias) => alias !== after.name && alias !== before.name)
  return { ...after, aliases: [...others, before.name] }
}
