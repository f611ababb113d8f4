import { OUT_OF_PATIENCE } from '../../harness/caller.js'
import type { Answered, Attempt } from '../../harness/ledger.js'
import type { Stopping } from '../rounds.js'
import type { KeptKey } from './facts.js'

/**
 * Requests that an orderly stop spoiled: answered with a 5xx, or done without the caller being told, which shows by its
 * key being kept between this attempt and the next. A connection that was refused, or reset while idle, is none, nor is
 * one that was reset after an earlier attempt had been done. Once the caller has given up an attempt on a busy machine,
 * it may be done at any time after, and nobody can tell that it would not have been answered. An API that is overloaded says so
 * whether it stops or not, as on a machine that was just busy with starting another.
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
      if (attempt.code === 'OVERLOADED') return []
      if (typeof attempt.outcome === 'number' && attempt.outcome >= 500) {
        return [`${id}: ${attempt.outcome} ${attempt.code ?? ''}`]
      }
      const soFar = attempts.slice(0, index + 1)
      const givenUp = soFar.some(({ code }) => code === OUT_OF_PATIENCE)
      if (attempt.outcome !== 'lost' || attempt.code === 'ECONNREFUSED' || givenUp) return []
      const next = attempts[index + 1]
      const kept = keptAt.get(`${id}-key`)
      const doneMeanwhile = next && kept !== undefined && kept >= attempt.from && kept < next.from
      const lasted = attempt.until - attempt.from
      return doneMeanwhile
        ? [`${id}: 已办理而没有答复（${attempt.code ?? ''}，${lasted}毫秒）`]
        : []
    }),
  )
}

function fellInto(attempt: Attempt, { api, from, until }: Stopping): boolean {
  return attempt.api === api && attempt.until >= from && attempt.from <= until
}
