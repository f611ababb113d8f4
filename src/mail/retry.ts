import { type Instant, plusMs } from '../domain/instant.js'

/**
 * Minutes to wait after the first, second, … failed attempt: past grey lists early, over a day in
 * all.
 */
export const RETRY_MINUTES = [1, 5, 10, 30, 60, 120, 240, 480, 720] as const

/**
 * When to try again after so many attempts (the failed one included), or null when the mail has
 * failed.
 */
export function nextAttempt(attempts: number, now: Instant): Instant | null {
  const minutes = RETRY_MINUTES[attempts - 1]
  return minutes === undefined ? null : plusMs(now, minutes * 60_000)
}
