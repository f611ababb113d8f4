import type { HitContent, HitReport, HitResult } from './hit.js'
import { earlier, type Instant, later } from './instant.js'

/**
 * What all reports of a hit together say. Each part is a least, a greatest or a number of distinct ones, so neither
 * order nor repetition of reports can matter. It is gone where `gone_at` is later than `last_seen`.
 */
export interface Observed extends HitContent {
  first_seen: Instant | null
  last_seen: Instant | null
  gone_at: Instant | null
  /** Distinct instants at which it was seen. */
  times_seen: number
}

/** How a report stands to what is known: the first of its hit, later than all, taken before, or none of these. */
type Age = 'first' | 'newer' | 'same' | 'older'

/**
 * The rules of a repeated report. `older` ones still count, and move the first sighting back; a person's decision is no
 * part of this and therefore never overridden.
 */
const RESULTS: Readonly<Record<Age, Readonly<Record<'seen' | 'gone', HitResult>>>> = {
  first: { seen: 'new', gone: 'gone' },
  newer: { seen: 'seen_again', gone: 'gone' },
  same: { seen: 'unchanged', gone: 'unchanged' },
  older: { seen: 'unchanged', gone: 'unchanged' },
}

/** A hit with those of its sightings that were taken before, as `sightingKey` names them. */
export interface KnownHit {
  observed: Observed
  sightings: ReadonlySet<string>
}

/** What came of several reports: a result for each, the hits as they are now, and the sightings nobody had reported. */
export interface TakenReports {
  results: readonly HitResult[]
  hits: ReadonlyMap<string, KnownHit>
  fresh: readonly HitReport[]
}

/** One name for a sighting of a hit: the same capture reported again is the same sighting. */
export function sightingKey({
  captured_at,
  gone,
}: Pick<HitReport, 'captured_at' | 'gone'>): string {
  return `${captured_at} ${gone ? 'gone' : 'seen'}`
}

/**
 * Takes reports one after the other. `known` has, by the tool's id, every hit they name that is known, with at least
 * those of its sightings that are reported again; hits that nothing changes come back as the same objects.
 */
export function takeReports(
  known: ReadonlyMap<string, KnownHit>,
  reports: readonly HitReport[],
): TakenReports {
  const hits = new Map(known)
  const fresh: HitReport[] = []
  const results = reports.map((report) => {
    const hit = hits.get(report.id) ?? null
    const key = sightingKey(report)
    const age = ageOf(hit, key, report)
    if (age !== 'same') fresh.push(report)
    const observed = observe(hit?.observed ?? null, report, age === 'same')
    if (observed !== hit?.observed) {
      hits.set(report.id, { observed, sightings: new Set([...(hit?.sightings ?? []), key]) })
    }
    return RESULTS[age][report.gone ? 'gone' : 'seen']
  })
  return { results, hits, fresh }
}

function ageOf(hit: KnownHit | null, key: string, { captured_at, gone }: HitReport): Age {
  if (!hit) return 'first'
  if (hit.sightings.has(key)) return 'same'
  const { last_seen, gone_at } = hit.observed
  const afterSeen = last_seen === null || captured_at > last_seen
  // Seen and gone at one instant: it is there until it is gone for sure.
  const afterGone = gone_at === null || (gone ? captured_at > gone_at : captured_at >= gone_at)
  return afterSeen && afterGone ? 'newer' : 'older'
}

const UNSEEN = { first_seen: null, last_seen: null, gone_at: null, times_seen: 0 } as const

function observe(known: Observed | null, report: HitReport, again: boolean): Observed {
  const shown = known !== null && !isShown(report, known) ? known : report
  if (again && shown === known) return known
  const { first_seen, last_seen, gone_at, times_seen } = known ?? UNSEEN
  const { captured_at: at, gone } = report
  const content = contentOf(shown)
  if (gone) {
    const last = gone_at ? later(gone_at, at) : at
    return { ...content, first_seen, last_seen, gone_at: last, times_seen }
  }
  return {
    ...content,
    first_seen: first_seen ? earlier(first_seen, at) : at,
    last_seen: last_seen ? later(last_seen, at) : at,
    gone_at,
    times_seen: times_seen + (again ? 0 : 1),
  }
}

/**
 * Whether a report is the one of which people read: the last that saw it, or where none did the last of all. Of two
 * that contradict each other about one capture it is the one whose text comes last, whichever came first.
 */
function isShown(report: HitReport, known: Observed): boolean {
  const { last_seen, gone_at } = known
  if (report.gone && last_seen !== null) return false
  const shown = report.gone ? gone_at : last_seen
  if (shown === report.captured_at) return textOf(report) > textOf(known)
  return shown === null || report.captured_at > shown
}

function contentOf({
  url,
  account,
  screenshot,
  indicator_id,
  observation,
}: HitContent): HitContent {
  return { url, account, screenshot, indicator_id, observation }
}

function textOf(content: HitContent): string {
  return JSON.stringify(Object.values(contentOf(content)))
}
