import type { HitContent } from './hit.js'
import { byKey } from './matching/by-key.js'
import { plainName } from './matching/plain-name.js'
import type { Medium } from './vocabulary.js'

/** A site, column or account of the register, and whose it is. */
export interface ObjectAsset {
  id: string
  unit_id: string
  name: string
  aliases: readonly string[]
  url: string | null
  medium: Medium
}

/** What a hit is about, as the register knows it; null is what the register does not say, or says of several. */
export interface HitObject {
  unit_id: string | null
  asset_id: string | null
  medium: Medium | null
}

type Where = Pick<HitContent, 'url' | 'account'>

const NOTHING: HitObject = { unit_id: null, asset_id: null, medium: null }

/**
 * Finds what hits are about: the asset whose address holds the page most closely, else the one of the account's name, else
 * the one that is also called so. Where several could be meant none is, and only the unit is told where all of them are one
 * unit's: nothing is guessed.
 */
export function objectFinder(register: readonly ObjectAsset[]): (where: Where) => HitObject {
  const placed = register.flatMap((asset) => {
    const place = placeOf(asset.url)
    return place ? [{ asset, ...place }] : []
  })
  const byHost = byKey(placed, ({ host }) => host)
  const byName = byKey(register, ({ name }) => plainName(name).plain)
  const called = register.flatMap((asset) => asset.aliases.map((alias) => ({ asset, alias })))
  const byAlias = byKey(called, ({ alias }) => plainName(alias).plain)
  const assetsCalled = (account: string): readonly ObjectAsset[] => {
    const { plain } = plainName(account)
    return byName.get(plain) ?? (byAlias.get(plain) ?? []).map(({ asset }) => asset)
  }

  return ({ url, account }) => {
    const page = placeOf(url)
    const ofHost = page ? (byHost.get(page.host) ?? []) : []
    const holding = page ? ofHost.filter((place) => holds(place, page)) : []
    const deepest = Math.max(...holding.map(depthOf))
    const nearest = holding.filter((place) => depthOf(place) === deepest)
    const near = objectOf(nearest.map(({ asset }) => asset))
    if (near.asset_id) return near
    const named = objectOf(account ? assetsCalled(account) : [])
    if (named.asset_id) return named
    const hosted = objectOf(ofHost.map(({ asset }) => asset))
    return { ...NOTHING, unit_id: near.unit_id ?? named.unit_id ?? hosted.unit_id }
  }
}

/** The one asset, or the unit that all of them are of. */
function objectOf(assets: readonly ObjectAsset[]): HitObject {
  const [first, ...others] = assets
  if (!first) return NOTHING
  const { id: asset_id, unit_id, medium } = first
  if (others.length === 0) return { unit_id, asset_id, medium }
  return { ...NOTHING, unit_id: others.every((one) => one.unit_id === unit_id) ? unit_id : null }
}

const HOME = /\/(?:index|default)\.\w+$/i

/**
 * Where an address leads: its host, with the port where one is named, its path without what stands for a folder, and its query in
 * one order. With a query a page stands for itself alone: the same script shows many.
 */
interface Place {
  host: string
  path: string
  query: string
}

function placeOf(url: string | null): Place | null {
  if (url === null || !URL.canParse(url)) return null
  const { host, pathname, searchParams } = new URL(url)
  searchParams.sort()
  const query = searchParams.toString()
  const path = query === '' ? pathname.replace(HOME, '/') : pathname
  return { host: host.replace(/^www\./, ''), path: path.replace(/\/+$/, ''), query }
}

function holds(place: Place, page: Place): boolean {
  if (place.query !== '') return page.path === place.path && page.query === place.query
  return page.path === place.path || page.path.startsWith(`${place.path}/`)
}

/** How closely an address holds what it holds. */
function depthOf({ path, query }: Place): number {
  return path.length + query.length
}
