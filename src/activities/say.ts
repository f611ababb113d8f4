import { heartbeat } from '@temporalio/activity'
import { finishSaying } from '../commands/office-day/finish.js'
import { startSending } from '../commands/office-day/start-sending.js'
import { type Saying, whatMayBeSaid } from '../commands/office-day/what-may-be-said.js'
import { claimForOffice, claimForUnits } from '../db/saying.js'
import type { OfficeView } from '../domain/clock-view.js'
import type { ActivityDeps } from './deps.js'
import { officeView } from './office-view.js'
import { grouped } from './saying/grouped.js'
import { sayToOffice } from './saying/to-office.js'
import { owingAtOpening, sayToUnits } from './saying/to-units.js'
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
  const claim = { office_id: officeId, kinds: saying.kinds, lease_ms: LEASE }
  for (;;) {
    const messages = await claimForUnits(deps.pool, claim, UNITS)
    if (messages.length === 0) break
    const named = messages.flatMap(({ unit_id }) => unit_id ?? [])
    const owing = await owingAtOpening(deps, saying, named)
    const own = owing.filter(({ unit_id }) => named.includes(unit_id))
    await writeUtterances(deps, saying, await sayToUnits(deps, saying, messages, own))
    heartbeat()
  }
  await sayTheDigest(deps, saying)
  const forOffice = await claimForOffice(deps.pool, claim)
  await writeUtterances(deps, saying, await sayToOffice(deps, saying, forOffice))
  await finishSaying(deps, saying)
  await startSending(deps, officeId)
  return officeView(deps, officeId)
}

/** Units that are told nothing new but owe something overdue hear of it every day. */
async function sayTheDigest(deps: ActivityDeps, saying: Saying): Promise<void> {
  const owing = await owingAtOpening(deps, saying, [])
  for (const page of grouped(owing, (one) => String(Math.floor(owing.indexOf(one) / UNITS)))) {
    await writeUtterances(deps, saying, await sayToUnits(deps, saying, [], page))
    heartbeat()
  }
}
