import { catchUp } from '../commands/catch-up.js'
import { readView, type ToTell } from '../db/clock-view.js'
import { markAnswered } from '../db/workflow-sync.js'
import type { FindingView } from '../domain/clock-view.js'
import type { ActivityDeps } from './deps.js'
import type { TakingAlong } from './take-along.js'

/** Well within the start-to-close time-out of the activity; milliseconds. */
const ANSWER_WITHIN = 2_500
/** Later than this it takes nobody along: what it holds or waited for has taken its time. */
const TAKE_ALONG_WITHIN = 1_200

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
  if (first && isDue(first)) {
    await catchUp(deps, office_id, [findingId])
    if (performance.now() - began < TAKE_ALONG_WITHIN) await along.take(office_id)
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

/** By the clock of the database, as what is taken is. */
function isDue({ view, now }: ToTell): boolean {
  return view.milestones.some(({ at }) => at <= now)
}
