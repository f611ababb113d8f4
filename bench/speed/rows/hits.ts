import { setTimeout as sleep } from 'node:timers/promises'
import { createClient } from '../../../src/client/index.js'
import { jobOperations } from '../../../src/contracts/long-jobs.js'
import { AuditError } from '../rivals/rival.js'
import { residentMb } from '../world/memory.js'
import { type Bench, type Measured, shown } from './row.js'

const TOOL = 'bench'
const MEGA = 1_048_576
/** Milliseconds between two looks at the memory of the interface, and at the job. */
const LOOK = 200

/**
 * What an inspection tool has found, line by line in one call, and again others in a second one: how long until all of it is
 * on the disk and answered for, how long until every line is a hit, the slower of the two, and by how much the interface's
 * memory rose in the second above its highest in the first, which is nothing where it does not grow with what is sent.
 */
export async function hits({
  system,
  office,
  sizes,
}: Bench): Promise<Measured<'hits_kept_ms' | 'hits_taken_ms' | 'hits_memory_mb'>> {
  const { lines } = sizes.hits
  const { api, pids } = system
  const send = async (from: number) => {
    const body = linesOf(lines, from)
    const began = performance.now()
    const watch = watchMemory(pids.api)
    const answer = await fetch(`${api}/v1/inspections/${TOOL}/findings`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${office.handler.token}`,
        'idempotency-key': crypto.randomUUID(),
        'content-type': 'application/x-ndjson',
      },
      body,
    })
    const kept = performance.now() - began
    const told = (await answer.json()) as { id?: string }
    if (answer.status !== 202 || told.id === undefined) throw new AuditError(`${answer.status}`)
    const peak = watch.end()
    await untilTaken(api, office.handler.token, told.id, lines)
    return { kept, taken: performance.now() - began, peak, megabytes: body.length / MEGA }
  }
  const first = await send(0)
  const second = await send(lines)
  const [kept, taken] = [Math.max(first.kept, second.kept), Math.max(first.taken, second.taken)]
  const perSecond = (ms: number) => shown((lines * 1_000) / ms)
  const told = [first, second].map((one) => {
    return `${perSecond(one.kept)} kept and ${perSecond(one.taken)} taken a second, ${shown(one.peak)} MB at most`
  })
  return {
    figures: {
      hits_kept_ms: kept,
      hits_taken_ms: taken,
      hits_memory_mb: Math.max(1, second.peak - first.peak),
    },
    notes: [`${lines} lines, ${shown(first.megabytes)} MB, twice`, ...told],
  }
}

/** Resolves when the job has made a hit of each line. Throws AuditError where it made fewer, or ended otherwise. */
async function untilTaken(api: string, token: string, id: string, lines: number): Promise<void> {
  const client = createClient({ address: api, token })
  for (;;) {
    const { body } = await client(jobOperations.getOperation, { params: { id } })
    if (body.status !== 'running') {
      const { new: fresh, taken } = (body.result ?? {}) as Record<string, number>
      if (body.status === 'done' && fresh === lines && taken === lines) return
      throw new AuditError(`of ${lines} hits ${String(fresh)} are new: ${body.status}`)
    }
    await sleep(LOOK)
  }
}

/** The most a process holds, as far as it is seen now and then. */
function watchMemory(pid: number): { end: () => number } {
  let peak = residentMb(pid)
  const look = setInterval(() => {
    peak = Math.max(peak, residentMb(pid))
  }, LOOK)
  const end = () => {
    clearInterval(look)
    return Math.max(peak, residentMb(pid))
  }
  return { end }
}

/** So many hits of as many pages, with what a tool usually says of each. */
function linesOf(many: number, from: number): Buffer {
  const lines = Array.from({ length: many }, (_, index) => {
    const number = from + index
    return JSON.stringify({
      id: `page-${number}`,
      url: `https://www.unit${number % 500}.example/news/2022/${number}.html`,
      captured_at: '2022-09-05T01:00:00.000Z',
      screenshot: `shots/2022-09-05/${number}.png`,
      indicator_id: 'none',
      observation: `栏目最近更新日期为2022年6月1日，超过规定的更新期限（第${number}处）`,
      gone: false,
    })
  })
  return Buffer.from(lines.join('\n'))
}
