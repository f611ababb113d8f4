import { isWorkingDay } from '../calendar.js'
import { closingOf, isOpen } from '../hours.js'
import { fromEpoch, type Instant, later, plusMs, toEpoch } from '../instant.js'
import type { Rules } from '../rules.js'
import { instantAt, localDateOf } from '../zone.js'

const MINUTE = 60_000

/**
 * When something that waits is said, gathered with what else waits by then (time.md, "Saying it"): urgent items
 * at once at any hour; in office hours at the next even mark between half the policy's gathering minutes and all of
 * them away; at lunch, and where that mark falls into it, when the office is back; where the mark falls past closing,
 * in the last minute before it; otherwise null, and the next opening says it.
 */
export function gatherAt(rules: Rules, now: Instant, urgent: boolean): Instant | null {
  if (urgent) return now
  const { calendar, hours, policy } = rules
  const half = (policy.gather_minutes / 2) * MINUTE
  const mark = half === 0 ? now : fromEpoch(Math.ceil((toEpoch(now) + half) / half) * half)
  const returns = backToday(rules, now)
  if (isOpen(calendar, hours, now)) {
    return isOpen(calendar, hours, mark) ? mark : (returns ?? lastMoment(rules, now))
  }
  return returns === firstToday(rules, now) ? null : returns
}

/** When the office next begins to work on the same day: after lunch, before opening at opening; null when not. */
export function backToday({ calendar, hours }: Rules, now: Instant): Instant | null {
  const date = localDateOf(calendar.zone, now)
  if (!isWorkingDay(calendar, date)) return null
  const starts = hours.spans.map(([from]) => instantAt(calendar.zone, date, from))
  return starts.find((start) => start > now) ?? null
}

/** The last minute before today's closing, or now where that has begun. */
function lastMoment({ calendar, hours }: Rules, now: Instant): Instant {
  const closes = closingOf(calendar, hours, localDateOf(calendar.zone, now))
  return later(now, plusMs(closes, -MINUTE))
}

function firstToday({ calendar, hours }: Rules, now: Instant): Instant | null {
  const first = hours.spans[0]
  return first ? instantAt(calendar.zone, localDateOf(calendar.zone, now), first[0]) : null
}
