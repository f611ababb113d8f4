import { heartbeat } from '@temporalio/activity'
import { catchUp } from '../commands/catch-up.js'
import { DatabaseError } from '../db/errors.js'
import { findingsDoubted } from '../db/mail-queue.js'
import { dueFindings } from '../db/milestone.js'
import { findOffice } from '../db/office.js'
import type { ActivityDeps, CatchUpDeps } from './deps.js'

const PAGE = 50

/** Takes everything due in an office, page by page, the longest due first: what opening time begins with. */
export async function catchUpOffice(deps: ActivityDeps, officeId: string): Promise<void> {
  const office = await findOffice(deps.pool, officeId)
  if (!office) return
  await catchUpAll(deps, officeId, await findingsDoubted(deps.pool, officeId))
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

/**
 * Takes what is due on these findings of one office, a page in a transaction. One that cannot be taken, because it
 * is held or does not agree with itself, must not keep the others and the office's day waiting: its own workflow
 * goes on trying.
 */
export async function catchUpAll(
  deps: ActivityDeps,
  officeId: string,
  ids: readonly string[],
): Promise<void> {
  for (let from = 0; from < ids.length; from += PAGE) {
    const page = ids.slice(from, from + PAGE)
    await catchUp(deps, officeId, page).catch(() => oneByOne(deps, officeId, page))
    deps.wake()
    heartbeat()
  }
}

/** When none goes it is not the findings: whoever asked is told, and asks again. */
async function oneByOne(
  deps: ActivityDeps,
  officeId: string,
  ids: readonly string[],
): Promise<void> {
  const failures = await catchUpEach(deps, officeId, ids)
  if (failures.size === ids.length && ids.length > 1) {
    const [cause] = failures.values()
    throw new Error('no finding of a page could be caught up', { cause })
  }
}

/**
 * Takes what is due on each of these findings, one after the other. Resolves with why one could not be taken, by its id; an
 * operator is told of those. Throws DatabaseError UNAVAILABLE.
 */
export async function catchUpEach(
  deps: CatchUpDeps,
  officeId: string,
  ids: readonly string[],
): Promise<Map<string, unknown>> {
  const failures = new Map<string, unknown>()
  for (const finding of ids) {
    try {
      await catchUp(deps, officeId, [finding])
    } catch (error) {
      if (error instanceof DatabaseError && error.code === 'UNAVAILABLE') throw error
      failures.set(finding, error)
      deps.alarm('a finding could not be caught up', { office: officeId, finding, error })
    }
    heartbeat()
  }
  return failures
}
