import { isOpen } from '../hours.js'
import { fromEpoch, type Instant, toEpoch } from '../instant.js'
import type { Rules } from '../rules.js'

const MINUTE = 60_000

/**
 * When something that waits is said, gathered with what else waits by then (time.md, "Saying it"): urgent items
 * at once at any hour; in office hours at the next even mark between half the policy's gathering minutes and all of
 * them away; otherwise null, and the next opening says it.
 */
export function gatherAt(rules: Rules, now: Instant, urgent: boolean): Instant | null {
  if (urgent) return now
  if (!isOpen(rules.calendar, rules.hours, now)) return null
  const half = (rules.policy.gather_minutes / 2) * MINUTE
  return half === 0 ? now : fromEpoch(Math.ceil((toEpoch(now) + half) / half) * half)
}
