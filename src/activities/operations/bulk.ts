import { heartbeat } from '@temporalio/activity'
import { bulkNext } from '../../commands/bulk/next.js'
import { findOperation } from '../../db/operation.js'
import type { ActivityDeps } from '../deps.js'

/** Milliseconds for which one activity goes on. */
const PAGE = 20_000

/** Does a command on one finding after the other, for a page of time; how far it is stands in the database. */
export async function bulkPage(
  deps: ActivityDeps,
  operationId: string,
): Promise<'more' | 'finished'> {
  const operation = await findOperation(deps.pool, operationId)
  if (operation?.status !== 'running' || operation.requested_by === null) return 'finished'
  const { id, office_id, requested_by: person_id } = operation
  for (const end = Date.now() + PAGE; Date.now() < end; ) {
    if ((await bulkNext(deps, { id, office_id, person_id })) === 'finished') {
      deps.wake()
      return 'finished'
    }
    heartbeat()
  }
  return 'more'
}
