import type { Finding, Repeats } from './finding.js'
import { type Instant, timeOf } from './instant.js'
import { isOpen } from './overdue.js'
import { plusMonths } from './phrases/when.js'
import type { Policy } from './policy.js'
import type { Rules } from './rules.js'
import { instantAt, localDateOf } from './zone.js'

/** What tells whether an earlier finding is repeated. */
export type Earlier = Pick<
  Finding,
  'id' | 'unit_id' | 'asset_id' | 'indicator_id' | 'state' | 'closed_at' | 'seen_again'
>

/** A line that may repeat something; `follows` names the earlier finding that was seen again and is taken up with it. */
export type Repeating = Partial<Pick<Finding, 'unit_id' | 'asset_id' | 'indicator_id'>> & {
  follows: string | null
}

/** Of each sort so many are named: who reads them wants the newest. */
const NAMED = 20

/** Since when a problem must have been there to be repeated now (time.md, "repeat window"), inclusive. */
export function repeatedSince({ calendar, policy }: Rules, now: Instant): Instant {
  const from = plusMonths(localDateOf(calendar.zone, now), -policy.repeat_months)
  return instantAt(calendar.zone, from, timeOf('00:00'))
}

/**
 * Says of a line what it repeats, given the office's earlier findings, the newest first: those that are open still, or
 * were closed since; and the one that it follows whenever that was. Null where nothing. An indicator that fits nothing
 * makes no two problems alike.
 */
export function repeatsAmong(
  earlier: readonly Earlier[],
  since: Instant,
): (line: Repeating) => Repeats | null {
  const recent = new Map<string, Earlier[]>()
  for (const one of earlier) {
    const there = isOpen(one) || (one.closed_at !== null && one.closed_at >= since)
    if (!there || one.indicator_id === 'none') continue
    const alike = recent.get(kindOf(one)) ?? []
    alike.push(one)
    recent.set(kindOf(one), alike)
  }
  return (line) => {
    const alike = recent.get(kindOf(line)) ?? []
    const same = ({ id, asset_id }: Earlier) =>
      id === line.follows || (asset_id !== null && asset_id === line.asset_id)
    const followed = line.follows === null ? [] : [line.follows]
    const problem = [...new Set([...followed, ...alike.filter(same).map(({ id }) => id)])]
    const kind = alike.filter((one) => !same(one)).map(({ id }) => id)
    if (problem.length + kind.length === 0) return null
    return { problem: problem.slice(0, NAMED), kind: kind.slice(0, NAMED) }
  }
}

/** The working days that the policy leaves for what is repeated; null where it shortens nothing. */
export function repeatDays(
  { repeat_windows }: Pick<Policy, 'repeat_windows'>,
  repeats: Repeats | null,
): number | null {
  const windows = (['problem', 'kind'] as const).flatMap((sort) => {
    const days = repeat_windows[sort]
    return days !== null && repeats && repeats[sort].length > 0 ? [days] : []
  })
  return windows.length === 0 ? null : Math.min(...windows)
}

function kindOf({ unit_id, indicator_id }: Pick<Repeating, 'unit_id' | 'indicator_id'>): string {
  return `${unit_id} ${indicator_id}`
}
