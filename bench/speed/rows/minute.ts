import { setTimeout as sleep } from 'node:timers/promises'
import { statement } from '../../../src/db/handle.js'
import { transaction } from '../../../src/db/transaction.js'
import { fromEpoch } from '../../../src/domain/instant.js'
import { poll } from '../../../src/local/ports.js'
import { openDoor } from '../drive/door.js'
import type { Latencies } from '../drive/histogram.js'
import { onSchedule } from '../drive/open-loop.js'
import { AuditError } from '../rivals/rival.js'
import { draftNotices, isTold, zhenggai } from '../rivals/zhenggai.js'
import { openBenchOffice } from '../world/office.js'
import { issuedAndTold } from './issued.js'
import { type Bench, type Measured, shown } from './row.js'

// The due of an office's findings as if it had been named to the minute; their workflows are told of it again.
const MOVE = statement<never>(
  `with moved as (
     update milestone set at = $2, wake_at = $2
     where office_id = $1 and kind = 'fall_due' and outcome is null returning subject_id
   ), due as (
     update finding set due_at = $2 where id in (select subject_id from moved)
   )
   update workflow_sync set wanted = nextval('workflow_version')
   where subject_id in (select subject_id from moved)`,
)
const WAITING = statement<{ count: number }>(
  `select count(*) from milestone
   where office_id = $1 and kind = 'fall_due' and outcome is null and at = $2`,
)
const TOLD_WITHIN_MS = 1_800_000
const DONE_WITHIN_MS = 900_000

/**
 * Everything of an office falls due at one instant, by the timers of its workflows: how long until all of it is taken,
 * and how long commands on other findings wait meanwhile, beside how long they usually do.
 */
export async function minute({
  system,
  office,
  sizes,
}: Bench): Promise<Measured<'minute_done_ms' | 'minute_p99_ratio'>> {
  const { findings, perNotice, perSecond, probes } = sizes.minute
  const busy = await openBenchOffice(system, sizes.issue.units)
  const door = openDoor(system.api, 1)
  const rival = zhenggai(system, door, office)
  const probing = async (): Promise<() => Promise<Latencies>> => {
    const lives = await issuedAndTold(system, rival, door, office, probes)
    const works = lives.flatMap(({ steps }) => steps)
    return () => onSchedule(perSecond, works)
  }
  const warmUp = await probing()
  await warmUp()
  const usual = await (await probing())()
  const meanwhile = await probing()
  const telling = Date.now()
  for (const issue of await draftNotices(door, busy, findings, perNotice)) await issue()
  await told(system, busy, telling + TOLD_WITHIN_MS)
  // They are all told once more: that takes no longer than the first time, with the issuing in it.
  const at = fromEpoch(2 * Date.now() - telling + 10_000)
  await transaction(system.database, (tx) => tx.run(MOVE(busy.id, at)), { patience: 120_000 })
  await told(system, busy, Date.parse(at))
  await sleep(Math.max(0, Date.parse(at) - Date.now()))
  const left = async () => (await system.database.run(WAITING(busy.id, at)))[0]?.count ?? 0
  const taken = poll(
    async () => ((await left()) === 0 ? Date.now() : undefined),
    DONE_WITHIN_MS,
    500,
  )
  const [busyTimes, done] = await Promise.all([meanwhile(), taken])
  await door.close()
  if (!done) throw new AuditError(`${await left()} of ${findings} are not taken`)
  const ratio = busyTimes.at(99) / usual.at(99)
  return {
    figures: { minute_done_ms: done - Date.parse(at), minute_p99_ratio: ratio },
    notes: [
      `${findings} findings fell due at one instant; ${usual.count} commands planned at ${perSecond} a second, p50 ${shown(usual.at(50))} → ${shown(busyTimes.at(50))}, p99 ${shown(usual.at(99))} → ${shown(busyTimes.at(99))} ms`,
    ],
  }
}

/** Resolves when every workflow knows what it waits for. Throws AuditError where the instant (epoch ms) came first. */
async function told(
  system: Bench['system'],
  office: Bench['office'],
  before: number,
): Promise<void> {
  const within = before - Date.now()
  const all = async () => ((await isTold(system, office)) ? true : undefined)
  if (await poll(all, within, 500)) return
  throw new AuditError('workflows are still untold')
}
