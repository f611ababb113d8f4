import { setTimeout as sleep } from 'node:timers/promises'
import { openDoor } from '../drive/door.js'
import { draftNotices } from '../rivals/zhenggai.js'
import { residentMb } from '../world/memory.js'
import { openBenchOffice } from '../world/office.js'
import { untilTold } from './issued.js'
import { type Bench, type Measured, shown } from './row.js'

/** Memory is read when nobody has asked for anything for a while. */
const REST_MS = 5_000

/**
 * One notice of many findings: how long until the answer, how long until every workflow is told, and what API and
 * worker then hold in memory with all of them open.
 */
export async function issueLarge({
  system,
  sizes,
}: Bench): Promise<Measured<'issue_10k_ms' | 'told_10k_ms' | 'rss_api_mb' | 'rss_worker_mb'>> {
  const { findings, units } = sizes.issue
  const office = await openBenchOffice(system, units)
  const door = openDoor(system.api, 1)
  const [issue] = await draftNotices(door, office, findings, findings)
  const started = performance.now()
  const lives = (await issue?.()) ?? []
  const answered = performance.now() - started
  if (lives.length !== findings) throw new Error(`${lives.length} of ${findings} were issued`)
  await untilTold(system, office)
  const told = performance.now() - started
  await sleep(REST_MS)
  await door.close()
  return {
    figures: {
      issue_10k_ms: answered,
      told_10k_ms: told,
      rss_api_mb: residentMb(system.pids.api),
      rss_worker_mb: residentMb(system.pids.worker),
    },
    notes: [
      `${findings} findings over ${units} units; told ${shown((findings * 1_000) / told)} a second`,
    ],
  }
}
