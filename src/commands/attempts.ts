import { type Attempts, countAttempt } from '../db/attempt.js'
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
