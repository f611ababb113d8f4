import type { Deps } from '../commands/deps.js'
import { sweepPage, waitingSweeps } from '../db/retention.js'

/** Records in one transaction: nobody waits long for what is locked meanwhile. */
const PAGE = 500

/**
 * A sweep for a caretaker: of whatever its office no longer keeps, page by page until nothing is due or it is told to stop.
 * What a killed one left the next goes on with. One class that fails keeps no other; throws the first failure at the end.
 */
export function createRetentionSweep(
  { pool, newId }: Pick<Deps, 'pool' | 'newId'>,
  stop: AbortSignal,
  page = PAGE,
): () => Promise<void> {
  return async () => {
    const failures: unknown[] = []
    for (const due of await waitingSweeps(pool)) {
      try {
        while (!stop.aborted && (await sweepPage(pool, due, page, newId())).more);
      } catch (error) {
        failures.push(error)
      }
    }
    if (failures.length > 0) throw failures[0]
  }
}
