import { heartbeat } from '@temporalio/activity'
import { catchUp } from '../commands/catch-up.js'
import { findingsProvedLate } from '../db/mail-queue.js'
import { dueFindings } from '../db/milestone.js'
import { findOffice } from '../db/office.js'
import type { ActivityDeps } from './deps.js'

const PAGE = 50

/** Takes everything due in an office, page by page, the longest due first: what opening time begins with. */
export async function catchUpOffice(deps: ActivityDeps, officeId: string): Promise<void> {
  const office = await findOffice(deps.pool, officeId)
  if (!office) return
  await catchUpAll(deps, officeId, await findingsProvedLate(deps.pool, officeId))
  // One that stays due whatever is done must not hold up the others for ever.
  const seen = new Set<string>()
  for (;;) {
    const due = await dueFindings(deps.pool, officeId, office.now, PAGE + seen.size)
    const fresh = due.filter((id) => !seen.has(id))
    if (fresh.length === 0) return
    await catchUpAll(deps, officeId, fresh)
    for (const id of fresh) seen.add(id)
  }
}

/** Takes what is due on these findings of one office, a page in a transaction. */
export async function catchUpAll(
  deps: ActivityDeps,
  officeId: string,
  ids: readonly string[],
): Promise<void> {
  for (let from = 0; from < ids.length; from += PAGE) {
    await catchUp(deps, officeId, ids.slice(from, from + PAGE))
    deps.wake()
    heartbeat()
  }
}
