import type { CurrentRound } from './finding.js'
import type { Instant } from './instant.js'

/** What was seen at one time; `round` is the answer it judges, null where it judges none. */
export interface Sighted {
  observed_at: Instant
  round: number | null
}

/**
 * What was last seen before an answer and since: with no answer all is before. `sights` are the last seen first; of one
 * that was seen later and judges another answer neither is said.
 */
export function beforeAndAfter<S extends Sighted>(
  sights: readonly S[],
  round: Pick<CurrentRound, 'number' | 'effective_at'> | null,
): { before: S | null; after: S | null } {
  if (!round) return { before: sights[0] ?? null, after: null }
  const judges = (one: S) => one.round === round.number
  return {
    before: sights.find((one) => one.observed_at <= round.effective_at && !judges(one)) ?? null,
    after: sights.find(judges) ?? null,
  }
}
