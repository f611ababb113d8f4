import { Agent, request } from 'undici'
import { createHistogram } from '../../../bench/speed/drive/histogram.js'
import { residentMb } from '../../../bench/speed/world/memory.js'
import { poll } from '../../../src/local/ports.js'
import type { Scan, ScanPlace } from './scan.js'

const TIMES = 10
const SECONDS = 20
const LANES = 16
const MEASURED_MS = 6_000
const WARM_MS = 6_000
const TICK_MS = 10
/** As from behind a proxy: so many connections, opened before and kept; what finds none free is not sent. */
const CONNECTIONS = 2_000
const PATIENCE_MS = { opening: 60_000, answer: 10_000 }
/** Of what it bears, while ten times that is asked of it and afterwards. */
const LEAST = { goodput: 0.8, after: 0.8 }
const MOST = { acceptedP99: 5_000, shedP99: 3_000, moreMb: 256, recoveryMs: 5_000 }

/**
 * S24: ten times what it bears is planned, and as much of it sent as two thousand connections carry without a pause.
 * Most is turned away, the rest served in bounded time, and nothing breaks.
 */
export const scanOverload: Scan = async (place) => {
  const agent = new Agent({ connections: CONNECTIONS, pipelining: 1, keepAliveTimeout: 30_000 })
  const ask = asker(place, agent)
  await atMost(ask, WARM_MS)
  const before = await atMost(ask, MEASURED_MS)
  const mb = residentMb(place.system.pids.api)
  const open = asker(place, agent, PATIENCE_MS.opening)
  await Promise.all(Array.from({ length: CONNECTIONS }, () => open()))
  const storm = await stormOf(place, ask, Math.round(before * TIMES))
  const begun = performance.now()
  const served = async () => {
    const answer = await ask().catch(() => null)
    return answer?.status === 200 ? true : undefined
  }
  const again = await poll(served, 30_000, 100)
  const recovery = performance.now() - begun
  const after = await atMost(ask, MEASURED_MS)
  await agent.close()
  const { accepted, shed, broken, withoutWhen, most, sent } = storm
  const goodput = accepted.count / SECONDS / Math.max(before, after)
  const said = [
    `承受 ${before.toFixed(0)} 次/秒，${SECONDS} 秒内 ${CONNECTIONS} 个连接不停，计划 ${TIMES} 倍，实际发出 ${(sent / SECONDS).toFixed(0)} 次/秒`,
    `受理 ${(accepted.count / SECONDS).toFixed(0)} 次/秒（${(goodput * 100).toFixed(0)}%），p99 ${accepted.at(99).toFixed(0)} 毫秒`,
    `拒绝（503、429）${shed.count} 次，p99 ${shed.at(99).toFixed(0)} 毫秒，其中 ${withoutWhen} 次无 Retry-After`,
    `断开或其他 ${broken} 次，内存 ${mb.toFixed(0)} → 最多 ${most.toFixed(0)} MB`,
    `之后 ${(recovery / 1_000).toFixed(1)} 秒恢复，${after.toFixed(0)} 次/秒`,
  ].join('；')
  const held =
    shed.count > 0 &&
    withoutWhen === 0 &&
    broken === 0 &&
    goodput >= LEAST.goodput &&
    accepted.at(99) <= MOST.acceptedP99 &&
    shed.at(99) <= MOST.shedP99 &&
    most - mb <= MOST.moreMb &&
    again === true &&
    recovery <= MOST.recoveryMs &&
    after >= before * LEAST.after
  return { held, said }
}

interface Answer {
  readonly status: number
  readonly when: boolean
}

/** Reads and writes as they come: four of five read. */
function asker(
  { system, office }: ScanPlace,
  agent: Agent,
  patience = PATIENCE_MS.answer,
): () => Promise<Answer> {
  const paths = ['/v1/findings?limit=20', '/v1/me', '/v1/notices', '/v1/units']
  let turn = 0
  return async () => {
    turn += 1
    const write = turn % 5 === 0
    const unit = office.units[turn % office.units.length]
    const token = write ? (unit?.token ?? '') : office.handler.token
    const path = write ? '/v1/me/preferences' : (paths[turn % paths.length] ?? '/v1/me')
    const { statusCode, headers, body } = await request(`${system.api}${path}`, {
      dispatcher: agent,
      method: write ? 'PATCH' : 'GET',
      headersTimeout: patience,
      headers: {
        authorization: `Bearer ${token}`,
        ...(write
          ? { 'idempotency-key': crypto.randomUUID(), 'content-type': 'application/json' }
          : {}),
      },
      body: write ? JSON.stringify({ courtesy_mail: turn % 2 === 0 }) : null,
    })
    await body.dump()
    return { status: statusCode, when: headers['retry-after'] !== undefined }
  }
}

/** How many a second are answered with a 2xx to so many callers who each wait for their answer. */
async function atMost(ask: () => Promise<Answer>, ms: number): Promise<number> {
  const end = performance.now() + ms
  let good = 0
  const lane = async () => {
    while (performance.now() < end) {
      const answer = await ask().catch(() => null)
      if (answer?.status === 200) good += 1
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  return (good * 1_000) / ms
}

/** So many a second whatever becomes of them. */
async function stormOf({ system, stop }: ScanPlace, ask: () => Promise<Answer>, perSecond: number) {
  const [accepted, shed] = [createHistogram(), createHistogram()]
  const came = { broken: 0, withoutWhen: 0, most: 0, sent: 0 }
  const underWay = new Set<Promise<void>>()
  const one = async () => {
    const begun = performance.now()
    const answer = await ask().catch(() => null)
    const ms = performance.now() - begun
    if (answer === null) came.broken += 1
    else if (answer.status < 300) accepted.record(ms)
    else if (answer.status === 503 || answer.status === 429) {
      shed.record(ms)
      if (!answer.when) came.withoutWhen += 1
    } else came.broken += 1
  }
  const memory = setInterval(() => {
    try {
      came.most = Math.max(came.most, residentMb(system.pids.api))
    } catch {
      // It has died, which no figure of its memory survives.
      came.most = Number.POSITIVE_INFINITY
    }
  }, 500)
  try {
    const begin = performance.now()
    let [planned, last] = [0, 0]
    for (
      let passed = 0;
      passed < SECONDS * 1_000 && !stop.aborted;
      passed = performance.now() - begin
    ) {
      planned += (perSecond * Math.min(100, passed - last)) / 1_000
      last = passed
      for (; planned >= 1; planned -= 1) {
        if (underWay.size >= CONNECTIONS) continue
        came.sent += 1
        const asked = one().finally(() => underWay.delete(asked))
        underWay.add(asked)
      }
      await new Promise((turn) => setTimeout(turn, TICK_MS))
    }
    await Promise.all(underWay)
  } finally {
    clearInterval(memory)
  }
  return { accepted, shed, ...came }
}
