import { setTimeout as sleep } from 'node:timers/promises'
import { heartbeat } from '@temporalio/activity'
import { takeHits } from '../../commands/hits/take.js'
import type { ActivityDeps } from '../deps.js'

/** Milliseconds for which one activity goes on. */
const PAGE = 20_000

/** Milliseconds after which an import looks again whether it is its turn. */
const TURN = 250

/** Takes what an inspection tool has sent, for a page of time; how far it is stands in the database. */
export async function importPage(
  deps: ActivityDeps,
  operationId: string,
): Promise<'more' | 'finished'> {
  for (const end = Date.now() + PAGE; Date.now() < end; ) {
    const taken = await takeHits(deps, operationId)
    if (taken === 'finished') {
      deps.wake()
      return taken
    }
    if (taken === 'busy') await sleep(TURN)
    heartbeat()
  }
  return 'more'
}
