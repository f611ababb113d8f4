import { lockDue } from '../db/milestone.js'
import { type Transaction, transaction } from '../db/transaction.js'
import { run } from '../domain/machine/run.js'
import { SYSTEM_ACTOR } from '../domain/situation.js'
import type { Deps } from './deps.js'
import { loadFindings } from './load-situation.js'
import { runEach } from './run-each.js'

const CLOCK = { actor: SYSTEM_ACTOR, paper: null, known: new Set<string>() }

/**
 * Takes every due milestone of these findings of one office, in one transaction and a number of statements that
 * does not grow with them: what a timer does when it wakes. Findings with nothing due are left untouched, so doing
 * it twice, late or at once is harmless. Throws DatabaseError LOCK_TIMEOUT when one is held for two seconds.
 */
export async function catchUp(
  deps: Deps,
  office_id: string,
  finding_ids: readonly string[],
): Promise<void> {
  await transaction(deps.pool, (tx) => take(tx, deps, office_id, finding_ids))
}

/**
 * Takes every due milestone of up to `limit` findings of an office that woke within the last minutes and that nobody
 * holds. Resolves with how many they were: fewer than asked for when no more are left. Throws as `catchUp` does; then
 * nothing was taken.
 */
export function catchUpSome(deps: Deps, office_id: string, limit: number): Promise<number> {
  return transaction(deps.pool, async (tx) => {
    const findings = await lockDue(tx, office_id, limit)
    await take(tx, deps, office_id, findings)
    return findings.length
  })
}

async function take(
  tx: Transaction,
  deps: Deps,
  office_id: string,
  finding_ids: readonly string[],
): Promise<void> {
  const loaded = await loadFindings(tx, office_id, finding_ids)
  const { write } = await runEach(tx, deps, loaded, CLOCK, (before) =>
    run(before, { name: 'catch_up' }, null),
  )
  await tx.commitWith(write())
}
