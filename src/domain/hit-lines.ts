import { findIndicator } from './catalogue.js'
import { PROBLEM_CHARACTERS } from './finding-line.js'
import type { HitContent } from './hit.js'
import type { HitObject } from './hit-object.js'
import type { Medium, Severity } from './vocabulary.js'

/** Which hits become one line of a draft: those of one object and problem, of one page and problem, or none with another. */
export const HIT_GROUPINGS = ['object', 'page', 'hit'] as const
export type HitGrouping = (typeof HIT_GROUPINGS)[number]

/** Chinese words for which hits become one line. */
export const HIT_GROUPING_LABELS: Readonly<Record<HitGrouping, string>> = {
  object: '同一对象、同一问题合为一条',
  page: '同一页面或账号、同一问题合为一条',
  hit: '每条线索各为一条',
}

/** A hit with what the register says of it. */
export interface TriagedHit extends HitContent {
  id: string
  object: HitObject
}

/** What a line of a draft says of its hits. A grave severity, and one that no indicator gives, is a person's to confirm. */
export interface LineOfHits {
  unit_id: string | null
  asset_id: string | null
  indicator_id: string | null
  severity: Severity
  severity_confirmed: boolean
  category: string
  problem: string
  place: string
  medium: Medium
}

/**
 * What similar hits have in common: the same for all that become one line. The problem is the indicator, or, where none
 * is named, what was observed; an object the register does not know is the host or the account.
 */
export function hitPrint(hit: TriagedHit, by: HitGrouping): string {
  const { id, object, url, account, indicator_id, observation } = hit
  if (by === 'hit') return JSON.stringify([id])
  const named = indicator_id !== null && indicator_id !== 'none'
  const problem = named ? [indicator_id] : ['none', observation.replace(/\s+/g, '')]
  const page = url ?? account
  const thing = by === 'page' ? page : (object.asset_id ?? (url ? new URL(url).host : account))
  return JSON.stringify([thing, ...problem])
}

/** What hits of an asset and an indicator have in common, where similar ones of one object become one line; null for none. */
export function objectPrint(asset_id: string, indicator_id: string): string | null {
  return indicator_id === 'none' ? null : JSON.stringify([asset_id, indicator_id])
}

/** The hits by what they have in common, in their order. */
export function groupHits(
  hits: readonly TriagedHit[],
  by: HitGrouping,
): ReadonlyMap<string, readonly [TriagedHit, ...TriagedHit[]]> {
  const groups = new Map<string, [TriagedHit, ...TriagedHit[]]>()
  for (const hit of hits) {
    const print = hitPrint(hit, by)
    const group = groups.get(print)
    if (group) group.push(hit)
    else groups.set(print, [hit])
  }
  return groups
}

/** Characters that the words of a line may have. */
const MOST = { problem: PROBLEM_CHARACTERS, place: 500 } as const
const UNNAMED = '监测发现的问题'

/** The line that a group of hits becomes, in its tool's words; `indicator_id` `none` is an office's word and kept. */
export function lineOfHits(hits: readonly [TriagedHit, ...TriagedHit[]]): LineOfHits {
  const [{ object, account, url, indicator_id }] = hits
  const indicator = indicator_id === null ? null : findIndicator(indicator_id)
  const severity = indicator?.severity ?? 'deduction'
  return {
    unit_id: object.unit_id,
    asset_id: object.asset_id,
    indicator_id,
    severity,
    severity_confirmed: indicator !== null && !indicator.bonus && severity !== 'veto',
    category: indicator?.name_zh ?? UNNAMED,
    problem: problemOf(hits),
    place: placeOf(hits),
    medium: object.medium ?? (account !== null && url === null ? 'new-media' : 'unknown'),
  }
}

/** One observation as it is; of several each, with its place where they differ, as many as there is room for, and how many there are. */
function problemOf(hits: readonly [TriagedHit, ...TriagedHit[]]): string {
  const [first, ...others] = hits
  if (others.length === 0) return first.observation
  const end = `……共${hits.length}处`
  const apart = new Set(hits.map(whereOf)).size > 1
  const said: string[] = []
  let room = MOST.problem - end.length - 1
  for (const [index, hit] of hits.entries()) {
    const where = apart ? `（${whereOf(hit)}）` : ''
    const entry = `${index + 1}. ${hit.observation}${where}`
    const size = Array.from(entry).length + 1
    if (size > room)
      return [...said, ...(said.length === 0 ? [cut(entry, room)] : []), end].join('\n')
    said.push(entry)
    room -= size
  }
  return said.join('\n')
}

function placeOf(hits: readonly [TriagedHit, ...TriagedHit[]]): string {
  const places = new Set(hits.map(whereOf))
  const [first = ''] = places
  const more = places.size > 1 ? `等${places.size}处` : ''
  return `${cut(first, MOST.place - more.length)}${more}`
}

function whereOf({ url, account }: Pick<HitContent, 'url' | 'account'>): string {
  return url ?? account ?? ''
}

function cut(text: string, most: number): string {
  return Array.from(text).slice(0, most).join('')
}
