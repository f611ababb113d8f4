import type { Finding } from './finding.js'
import type { Instant, LocalDate } from './instant.js'
import { endOfDay } from './zone.js'

/** What tells how a fix plan goes. */
export type FixProgress = Pick<Finding, 'state' | 'fix_steps' | 'progress_at'>

/** Whether nothing was reported for a step of the fix plan (from 1) since the day of the one before it. */
export function isMissed(
  { fix_steps, progress_at }: FixProgress,
  step: number,
  zone: string,
): boolean {
  const before = fix_steps?.[step - 2]
  return progress_at === null || (before !== undefined && progress_at < endOfDay(zone, before))
}

/** The day of the newest step that has passed by an instant and for which nothing was reported; null when none. */
export function missedStep(finding: FixProgress, now: Instant, zone: string): LocalDate | null {
  const steps = finding.state === 'ongoing' ? (finding.fix_steps ?? []) : []
  const passed = steps.filter((on) => endOfDay(zone, on) <= now)
  return isMissed(finding, passed.length, zone) ? (passed.at(-1) ?? null) : null
}
