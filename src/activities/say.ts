import { heartbeat } from '@temporalio/activity'
import { finishSaying } from '../commands/office-day/finish.js'
import { startSending } from '../commands/office-day/start-sending.js'
import { type Saying, toSayOf, whatMayBeSaid } from '../commands/office-day/what-may-be-said.js'
import { claimForOffice, claimForUnits, unpark } from '../db/saying.js'
import type { OfficeView } from '../domain/clock-view.js'
import type { ActivityDeps } from './deps.js'
import { officeView } from './office-view.js'
import { digestAtOpening, owedAtOpening } from './saying/owing.js'
import { sayToOffice } from './saying/to-office.js'
import { sayToUnits } from './saying/to-units.js'
import { writeUtterances } from './saying/write.js'

/** A page takes well under a second; what a killed worker had claimed is not to wait for long. */
const LEASE = 10_000
const UNITS = 50

/**
 * Says what may be said now and takes the acts of the office's clock that called for it. Mails are queued here, not
 * sent. Killed anywhere, it is begun again: what was written is said, the rest is claimed anew after its lease.
 */
export async function sayWhatWaits(deps: ActivityDeps, officeId: string): Promise<OfficeView> {
  const saying = await whatMayBeSaid(deps, officeId)
  const toSay = toSayOf(saying)
  if (saying.opening) await unpark(deps.pool, officeId)
  for (;;) {
    const messages = await claimForUnits(deps.pool, toSay, LEASE, UNITS)
    if (messages.length === 0) break
    const owing = await owedAtOpening(deps, saying, messages)
    await writeUtterances(deps, saying, await sayToUnits(deps, saying, messages, owing))
    heartbeat()
  }
  await sayTheDigest(deps, saying)
  const forOffice = await claimForOffice(deps.pool, toSay, LEASE)
  await writeUtterances(deps, saying, await sayToOffice(deps, saying, forOffice))
  await finishSaying(deps, saying)
  await startSending(deps, officeId)
  return officeView(deps, officeId)
}

/** Units that are told nothing new but owe something overdue hear of it every day. */
async function sayTheDigest(deps: ActivityDeps, saying: Saying): Promise<void> {
  const owing = await digestAtOpening(deps, saying)
  for (let from = 0; from < owing.length; from += UNITS) {
    const page = owing.slice(from, from + UNITS)
    await writeUtterances(deps, saying, await sayToUnits(deps, saying, [], page))
    heartbeat()
  }
}
