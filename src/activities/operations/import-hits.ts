import { heartbeat } from '@temporalio/activity'
import { takeHits } from '../../commands/hits/take.js'
import type { ActivityDeps } from '../deps.js'

/** Milliseconds for which one activity goes on. */
const PAGE = 20_000

/** Takes what an inspection tool has sent, for a page of time; how far it is stands in the database. */
export async function importPage(
  deps: ActivityDeps,
  operationId: string,
): Promise<'more' | 'finished'> {
  for (const end = Date.now() + PAGE; Date.now() < end; ) {
    if (!(await takeHits(deps, operationId))) {
      deps.wake()
      return 'finished'
    }
    heartbeat()
  }
  return 'more'
}
