import { heartbeat } from '@temporalio/activity'
import { recalculateNext } from '../../commands/calendars/recalculate.js'
import type { ActivityDeps } from '../deps.js'

/** Milliseconds for which one activity goes on. */
const PAGE = 20_000

/** Brings an office's findings to the calendar that was applied, for a page of time; how far it is stands in the database. */
export async function recalculatePage(
  deps: ActivityDeps,
  operationId: string,
): Promise<'more' | 'finished'> {
  for (const end = Date.now() + PAGE; Date.now() < end; ) {
    const more = await recalculateNext(deps, operationId)
    deps.wake()
    if (!more) return 'finished'
    heartbeat()
  }
  return 'more'
}
