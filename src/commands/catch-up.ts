import { transaction } from '../db/transaction.js'
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
  await transaction(deps.pool, async (tx) => {
    const loaded = await loadFindings(tx, office_id, finding_ids)
    const { write } = await runEach(tx, deps, loaded, CLOCK, (before) =>
      run(before, { name: 'catch_up' }, null),
    )
    await tx.commitWith(write())
  })
}
