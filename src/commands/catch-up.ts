import { lockFindings } from '../db/finding.js'
import { lockDueBeside } from '../db/milestone.js'
import { type Transaction, transaction } from '../db/transaction.js'
import { run } from '../domain/machine/run.js'
import { SYSTEM_ACTOR } from '../domain/situation.js'
import type { Deps } from './deps.js'
import { loadFindings } from './load-situation.js'
import { runEach } from './run-each.js'

const CLOCK = { actor: SYSTEM_ACTOR, paper: null, known: new Set<string>() }

/** Findings that one timer takes along: a transaction of some tens of milliseconds, which nobody minds waiting for. */
const TAKEN_ALONG = 50

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
 * Catches up a finding and, where something is due on it, up to fifty others of its office that are due as well and
 * that nobody holds: of thousands that fall due at one instant most wake to find theirs done. Waits for no finding
 * but the first, and for that before it holds any other. Resolves with how many others it took along. Throws as `catchUp` does; then
 * nothing was taken.
 */
export async function catchUpWithOthers(
  deps: Deps,
  office_id: string,
  finding_id: string,
): Promise<number> {
  return transaction(deps.pool, async (tx) => {
    const [, beside] = await Promise.all([
      lockFindings(tx, [finding_id]),
      lockDueBeside(tx, finding_id, TAKEN_ALONG),
    ])
    await take(tx, deps, office_id, [finding_id, ...beside])
    return beside.length
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
