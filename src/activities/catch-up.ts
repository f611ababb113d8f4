import { catchUp, catchUpWithOthers } from '../commands/catch-up.js'
import { readView } from '../db/clock-view.js'
import { DatabaseError, type DatabaseErrorCode } from '../db/errors.js'
import { markAnswered } from '../db/workflow-sync.js'
import type { FindingView } from '../domain/clock-view.js'
import type { ActivityDeps } from './deps.js'

/** Well within the start-to-close time-out of the activity; milliseconds. */
const ANSWER_WITHIN = 2_500

/**
 * Takes what is due on a finding, and on others of its office with it, and answers with what its workflow waits for
 * from now on; `settled` for one that is settled or unknown. The others are told as after any command. Doing it twice is harmless: what has been taken is not due any more.
 */
export async function catchUpFinding(
  deps: ActivityDeps,
  findingId: string,
): Promise<FindingView | 'settled'> {
  const { pool } = deps
  const began = performance.now()
  const before = await readView(pool, findingId)
  if (!before || before.view.settled) return 'settled'
  if ((await takeAlong(deps, before.office_id, findingId)) > 0) deps.wake()
  const after = await readView(pool, findingId)
  if (!after || after.kind !== 'finding' || after.view.settled) return 'settled'
  const view = after.view as FindingView
  // The workflow that asked gets this very view as its answer: it need not be signalled as well. Unless this attempt
  // was frozen for so long that nobody waits for it any more: then the syncer tells.
  if (performance.now() - began < ANSWER_WITHIN) {
    await markAnswered(pool, { subject_id: findingId, version: view.version })
  }
  return view
}

/** Takes what is due on it and on others with it; on it alone where one of the others does not agree with itself. */
async function takeAlong(deps: ActivityDeps, office: string, finding: string): Promise<number> {
  try {
    return await catchUpWithOthers(deps, office, finding)
  } catch (error) {
    // Who holds it, or the database's being away, stands in its own way too: then it is asked again.
    if (error instanceof DatabaseError && BUSY.includes(error.code)) throw error
    deps.alarm('findings could not be caught up together', { office, finding, error })
    await catchUp(deps, office, [finding])
    return 0
  }
}

const BUSY: readonly DatabaseErrorCode[] = ['LOCK_TIMEOUT', 'UNAVAILABLE']
