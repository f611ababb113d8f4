import { catchUp } from '../commands/catch-up.js'
import { type AnyView, readView } from '../db/clock-view.js'
import { markAnswered } from '../db/workflow-sync.js'
import type { FindingView } from '../domain/clock-view.js'
import type { ActivityDeps } from './deps.js'
import type { TakingAlong } from './take-along.js'

/** Well within the start-to-close time-out of the activity; milliseconds. */
const ANSWER_WITHIN = 3_500

/**
 * Takes what is due on a finding and answers with what its workflow waits for from now on; `settled` for one that is
 * settled or unknown. Where something was due, others of its office are taken along: of thousands that fall due at one
 * instant most find theirs done. Doing it twice is harmless: what has been taken is not due any more.
 */
export async function catchUpFinding(
  deps: ActivityDeps,
  along: TakingAlong,
  findingId: string,
): Promise<FindingView | 'settled'> {
  const { pool } = deps
  const began = performance.now()
  const before = await readView(pool, findingId)
  if (!before || before.view.settled) return 'settled'
  const { office_id } = before
  const first = (await along.underWay(office_id)) ? await readView(pool, findingId) : before
  if (first && isDue(first.view)) {
    await catchUp(deps, office_id, [findingId])
    await along.take(office_id)
  }
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

/** By this machine's clock in a real office: where the database's is ahead, the workflow asks again in a second. */
function isDue({ standing_clock, milestones }: AnyView): boolean {
  const now = standing_clock ?? Date.now()
  return milestones.some(({ at }) => at <= now)
}
