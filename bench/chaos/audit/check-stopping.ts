import type { Answered, Attempt } from '../../harness/ledger.js'
import type { Stopping } from '../rounds.js'
import type { KeptKey } from './facts.js'

/** What an API says that is busy, or misses its database; it would have said so without stopping. */
const NOT_FOR_STOPPING = ['OVERLOADED', 'UNAVAILABLE']

/**
 * Requests that an orderly stop spoiled: answered with a 5xx that has no other reason, or done without
 * the caller being told, which shows by its key being there before the next attempt was made. A connection that was
 * refused, or reset while idle, is none.
 */
export function spoiledByStopping(
  commands: readonly Answered[],
  stopping: readonly Stopping[],
  keys: readonly KeptKey[],
): string[] {
  const keptAt = new Map(keys.map(({ key, at }) => [key, at]))
  return commands.flatMap(({ id, attempts }) =>
    attempts.flatMap((attempt, index) => {
      if (!stopping.some((window) => fellInto(attempt, window))) return []
      if (typeof attempt.outcome === 'number' && attempt.outcome >= 500) {
        return NOT_FOR_STOPPING.includes(attempt.code ?? '') ? [] : [`${id}: ${attempt.outcome}`]
      }
      const next = attempts[index + 1]
      const kept = keptAt.get(`${id}-key`)
      const silent = attempt.outcome === 'lost' && next && kept !== undefined && kept < next.from
      return silent ? [`${id}: 已办理而没有答复`] : []
    }),
  )
}

function fellInto(attempt: Attempt, { api, from, until }: Stopping): boolean {
  return attempt.api === api && attempt.until >= from && attempt.from <= until
}
