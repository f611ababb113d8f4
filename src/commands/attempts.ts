import { type Attempts, countAttempt, countAttempts } from '../db/attempt.js'
import type { Deps } from './deps.js'

export type { Attempts } from '../db/attempt.js'

/** Counts a failed try to get in from somewhere; the same count for every process. Throws DatabaseError. */
export function countFailure(
  { pool }: Pick<Deps, 'pool'>,
  subject: string,
  windowMs: number,
): Promise<Attempts> {
  return countAttempt(pool, subject, windowMs)
}

/** Adds what this process has seen of each caller to what every process has; resolves to the sums. Throws DatabaseError. */
export function shareCounts(
  { pool }: Pick<Deps, 'pool'>,
  more: ReadonlyMap<string, number>,
  windowMs: number,
): Promise<(Attempts & { subject: string })[]> {
  return countAttempts(pool, more, windowMs)
}
