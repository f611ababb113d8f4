import { ON_SITE, type Proof } from '../domain/checking/proofs.js'
import type { Instant } from '../domain/instant.js'
import { isOf, urlOf } from './fetch-page.js'
import { canJudge } from './yardstick.js'

/** What a task asks to be looked at. */
export interface Task {
  object: {
    indicator_id: string | null
    problem: string
    place: string | null
    url: string | null
    proves: readonly Proof[]
  }
  opened_at: Instant
}

/** One page of a registered site, and what is to be seen on it. */
export interface Target {
  site: URL
  page: URL
  proofs: readonly Proof[]
}

/** Faults of a whole site: its first page is what they are about. */
const OF_THE_SITE: readonly string[] = ['WV-2', 'WV-3']
const ADDRESS = /https?:\/\/[^\s，。；、）)”"'<>]+/gi

/**
 * The page that a task is about, where the notice names it and it is of the site the register knows, or where it is about the
 * site as a whole; null where a fetch could tell nothing, or not of all that a page has to show.
 */
export function targetOf({ object }: Pick<Task, 'object'>): Target | null {
  const { indicator_id, problem, place, url, proves } = object
  const proofs = proves.filter((proof) => ON_SITE[proof])
  const site = url === null ? null : urlOf(url)
  if (!site || !isOf(site, site) || proofs.length === 0) return null
  if (!proofs.every((proof) => canJudge(proof, object))) return null
  const named = `${place ?? ''}\n${problem}`.match(ADDRESS) ?? []
  const page = named
    .map((text) => urlOf(text))
    .find((one): one is URL => one !== null && isOf(site, one))
  if (page) return { site, page, proofs }
  return OF_THE_SITE.includes(indicator_id ?? '') ? { site, page: site, proofs } : null
}
