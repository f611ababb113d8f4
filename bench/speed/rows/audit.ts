import { beginning } from '../../../src/audit/chains/progress.js'
import { isUntouched } from '../../../src/audit/chains/report.js'
import { verifyRecord } from '../../../src/audit/chains/verify.js'
import { chainHash } from '../../../src/commands/chain-hash.js'
import { openDoor } from '../drive/door.js'
import { median } from '../drive/pairs.js'
import { fillOffice } from '../lists/fill.js'
import { fillChains } from '../record/chains.js'
import { AuditError } from '../rivals/rival.js'
import { zhenggai } from '../rivals/zhenggai.js'
import { residentMb } from '../world/memory.js'
import { openBenchOffice } from '../world/office.js'
import { connect } from '../world/postgres.js'
import type { BenchSystem } from '../world/system.js'
import { issuedAndTold } from './issued.js'
import { type Bench, type Measured, shown } from './row.js'

const hash = chainHash('sha256')

/**
 * The record walked as `npm run audit -- verify` walks it: events a second, read out of the database and hashed by this
 * process alone. They are those of a life lived over HTTP, again and again in chains of ten to fifty.
 */
export async function audit(bench: Bench): Promise<Measured<'audit_events_per_s'>> {
  const { system, sizes } = bench
  const filled = await fillRecord(bench)
  await walk(system)
  const before = residentMb(process.pid)
  const walks: Walk[] = []
  for (let run = 0; run < sizes.audit.runs; run += 1) walks.push(await walk(system))
  const grown = residentMb(process.pid) - before
  const speeds = walks.map(({ perSecond }) => perSecond).toSorted((a, b) => a - b)
  const own = median(walks.map(({ micros }) => micros))
  const [events = 0] = walks.map((one) => one.events)
  if (events < filled) throw new AuditError(`${events} of ${filled} events were walked`)
  return {
    figures: { audit_events_per_s: median(speeds) },
    notes: [
      `${events} events ${walks.length} times: ${shown(speeds[0] ?? 0)} to ${shown(speeds.at(-1) ?? 0)} a second, ${shown(own)} µs of this process for each, which grew by ${shown(grown)} MB`,
    ],
  }
}

/** An office full of findings with chains; gives how many events those have. */
async function fillRecord({ system, sizes }: Bench): Promise<number> {
  const office = await openBenchOffice(system, 1)
  const door = openDoor(system.api, 1)
  const [life] = await issuedAndTold(system, zhenggai(system, door, office), door, office, 1)
  if (!life) throw new AuditError('nothing was issued')
  for (const step of life.steps) await step()
  await door.close()
  const owner = await connect(system.owner)
  await fillOffice(owner, office.id, life.id, sizes.audit.findings)
  const events = await fillChains(system.owner, hash, life.id)
  await owner.query('vacuum analyze finding, finding_event')
  await owner.end()
  return events
}

interface Walk {
  events: number
  perSecond: number
  /** What this process had of its core for each event. */
  micros: number
}

async function walk({ database: pool }: BenchSystem): Promise<Walk> {
  const begin = beginning('the record', new Date().toISOString())
  const used = process.cpuUsage()
  const began = performance.now()
  const found = await verifyRecord({ pool, hash, heads: null, kept: () => undefined }, begin)
  const seconds = (performance.now() - began) / 1_000
  const { user, system } = process.cpuUsage(used)
  if (!isUntouched(found)) throw new AuditError(`${found.faults.count} chains are not whole`)
  const { events } = found
  return { events, perSecond: events / seconds, micros: (user + system) / events }
}
