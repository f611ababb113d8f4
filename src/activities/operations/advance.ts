import { setTimeout as sleep } from 'node:timers/promises'
import { cancellationSignal, heartbeat } from '@temporalio/activity'
import { endOperation } from '../../commands/operations.js'
import { type AdvanceProgress, moveClock } from '../../commands/rehearsal/move-clock.js'
import { findOffice } from '../../db/office.js'
import { findOperation, type Operation } from '../../db/operation.js'
import { isBusy, newestVersion, nextStop } from '../../db/rehearsal.js'
import { transaction } from '../../db/transaction.js'
import { type Instant, instantOf } from '../../domain/instant.js'
import type { ActivityDeps } from '../deps.js'

/** Milliseconds: how often to look whether all is done, how long a page of stops goes on. */
const LOOK = 15
const PAGE = 20_000

/**
 * Moves a rehearsal's clock on for a page of stops: to each instant at which something happens, and on from there only
 * when all that was due is done, said and sent and every workflow told. How far it is stands in the database, so a
 * page begun again goes on from there.
 */
export async function advancePage(
  deps: ActivityDeps,
  operationId: string,
): Promise<'more' | 'finished'> {
  const { pool } = deps
  const operation = await findOperation(pool, operationId)
  if (operation?.status !== 'running') return 'finished'
  const end = Date.now() + PAGE
  const target = targetOf(operation)
  for (let progress = await startOf(deps, operation, target); ; ) {
    if (!(await settled(deps, operation.office_id, end))) return 'more'
    if (progress.now >= target) break
    const stop = await nextStop(pool, operation.office_id, progress.now)
    const now = stop && stop < target ? stop : target
    progress = { ...progress, now, stops: progress.stops + 1 }
    if (!(await moveClock(deps, operation, progress))) return 'finished'
    deps.wake()
  }
  const { progress } = (await findOperation(pool, operationId)) ?? operation
  await transaction(pool, (tx) => endOperation(tx, operation, { status: 'done', result: progress }))
  deps.wake()
  return 'finished'
}

/** Waits until everything due at the clock is done and told; false when the page is over before. */
async function settled({ pool }: ActivityDeps, officeId: string, end: number): Promise<boolean> {
  const signal = cancellationSignal()
  const upTo = await newestVersion(pool, officeId)
  while (await isBusy(pool, officeId, upTo)) {
    heartbeat()
    if (Date.now() > end) return false
    await sleep(LOOK, undefined, { signal })
  }
  heartbeat()
  return Date.now() <= end
}

function targetOf({ input }: Operation): Instant {
  const { to } = input as { to: string }
  return instantOf(to)
}

async function startOf(
  { pool }: ActivityDeps,
  { office_id, progress }: Operation,
  to: Instant,
): Promise<AdvanceProgress> {
  const office = await findOffice(pool, office_id)
  if (!office?.standing_clock) throw new Error('only a rehearsal has a clock to move')
  const before = progress as AdvanceProgress | null
  const now = office.standing_clock
  return { from: before?.from ?? now, to, now, stops: before?.stops ?? 0 }
}
