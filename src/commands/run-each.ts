import type { LockedFinding } from '../db/finding-row.js'
import type { Transaction } from '../db/transaction.js'
import { type Instant, later } from '../domain/instant.js'
import type { Run } from '../domain/machine/run.js'
import type { Situation } from '../domain/situation.js'
import type { Deps } from './deps.js'
import { effectOf } from './effect.js'
import { type LoadedFindings, situationOf } from './load-situation.js'
import { persist } from './persist.js'

/** What became of findings that were loaded together. */
export interface EachRun {
  runs: readonly { id: string; after: Run }[]
  /** Never before any of their last events: what is said of a service is not dated before it. */
  now: Instant
  /** Sends the writes of all, in a number of statements that does not grow with them; none where there is no finding. */
  write: () => Promise<unknown>[]
}

/** Runs the same on each of these findings, all of them loaded, for whoever acts. Reads only; `write` writes. */
export async function runEach(
  tx: Transaction,
  deps: Deps,
  loaded: LoadedFindings & { findings: readonly LockedFinding[] },
  acting: Parameters<typeof situationOf>[4],
  play: (before: Situation) => Run | Promise<Run>,
): Promise<EachRun> {
  const { office, findings } = loaded
  const played = await Promise.all(
    findings.map(async (locked) => {
      const before = await situationOf(tx, deps.rules, loaded, locked, acting)
      const after = await play(before)
      return { id: locked.finding.id, after, effect: effectOf(deps, before, after, locked) }
    }),
  )
  const now = played.map(({ after }) => after.situation.now).reduce(later, office.now)
  const rules = played[0]?.after.situation.rules
  const effects = played.map(({ effect }) => effect)
  return {
    runs: played,
    now,
    write: () => (rules ? persist(tx, deps, { office_id: office.id, now, rules }, effects) : []),
  }
}
