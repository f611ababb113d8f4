import type { Asset } from '../../db/asset.js'

/** As many names as an asset may have beside its own. */
const MOST = 50

/**
 * An asset after a change: what it was called before goes on being one of its names, for notices and tools go on using it;
 * the eldest of them gives way where there are too many. Its own name is none of them.
 */
export function renamed(before: Asset, after: Asset): Asset {
  if (before.name === after.name) return after
  const others = after.aliases.filter((alias) => alias !== after.name && alias !== before.name)
  return { ...after, aliases: [...others, before.name].slice(-MOST) }
}
