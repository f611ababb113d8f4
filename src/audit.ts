import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import {
  beginning,
  forgetProgress,
  keepProgress,
  keptProgress,
  type Progress,
} from './audit/chains/progress.js'
import { isStale, isUntouched, told, wordsOf } from './audit/chains/report.js'
import { verifyRecord } from './audit/chains/verify.js'
import { createDeps } from './commands/create-deps.js'
import { type Config, readConfig } from './config.js'
import { listOffices } from './db/office.js'
import { openPool } from './db/pool.js'
import { runMain } from './local/main.js'
import { readSigner, readText, signingKeyIn } from './local/signing-key.js'
import { TroubleError } from './local/trouble.js'
import { workerDatabase } from './local/worker-database.js'
import { type Verify, verifierOf } from './proof/key.js'

/**
 * `npm run -s audit -- verify`: walks the chain of every finding and names the first event that is not what or
 * where it was; with `--heads` also holds against it what was signed outside the database. Ends with 1 where something
 * was touched. `npm run -s audit -- public-key` prints what others check signatures with.
 */
const USAGE =
  '用法：npm run audit -- verify [--heads 链头文件 [--key 公钥.pem]] [--resume 进度文件] [--json]，或 npm run -s audit -- public-key。(usage)'
const say = (line: string) => console.log(line)

await runMain(async () => {
  const asked = readArguments()
  const config = readConfig()
  const own = () => readSigner(config.signing.keyFile ?? signingKeyIn(config.dataFolder)).public_key
  if (asked.task === 'public-key') return say(own().trimEnd())
  const { heads, key, resume, json } = asked
  const signed = heads ? { path: heads, verify: verifier(key ? readText(key) : own()) } : null
  if (heads && !existsSync(heads)) throw new TroubleError(`没有链头文件 ${heads}。(--heads)`)
  return verify(config, { heads: signed, resume, json })
})

interface Asked {
  heads: { path: string; verify: Verify } | null
  resume: string | undefined
  json: boolean
}

async function verify(config: Config, { heads, resume, json }: Asked): Promise<number> {
  const url = await workerDatabase(config, 'audit')
  const pool = openPool({ url, role: 'zhenggai_worker', max: 2, applicationName: 'zhenggai-audit' })
  try {
    const begin = beginning(subjectOf(url, heads?.path ?? null), new Date().toISOString())
    const from = resume ? keptProgress(resume, begin) : begin
    const { hash } = createDeps(pool, () => undefined)
    const kept = (progress: Progress) => {
      if (resume) keepProgress(resume, progress)
    }
    const started = performance.now()
    const progress = await verifyRecord({ pool, hash, heads, kept }, from)
    const seconds = (performance.now() - started) / 1_000
    const offices = new Map((await listOffices(pool)).map(({ id, name }) => [id, name]))
    const ok = isUntouched(progress)
    const { findings, events, erased, faults } = progress
    const speed = Math.round((events - from.events) / Math.max(seconds, 0.001))
    if (json) {
      const named = faults.named.map((fault) => ({
        ...fault,
        office: offices.get(fault.office_id) ?? null,
        words: wordsOf(fault, offices),
      }))
      const { place, read: _read, ...read } = progress.heads
      const stale = isStale(progress.heads, Date.now())
      const signed = heads && { ...read, last_at: place.last?.at ?? null, stale }
      say(
        JSON.stringify({
          ...{
            ok,
            begun_at: from.begun_at,
            findings,
            events,
            erased,
            seconds,
            events_per_second: speed,
          },
          ...{ faults: { count: faults.count, named }, heads: signed },
        }),
      )
    } else for (const line of told(progress, { seconds, speed, offices })) say(line)
    if (resume) forgetProgress(resume)
    return ok ? 0 : 1
  } finally {
    await pool.close()
  }
}

/** Which database and which heads a progress is of; of the way in only a digest, for it may hold a password. */
function subjectOf(url: string, heads: string | null): string {
  return createHash('sha256')
    .update(`${url} ${heads && resolve(heads)}`)
    .digest('hex')
}

function verifier(pem: string): Verify {
  const found = verifierOf(pem)
  if (found) return found
  throw new TroubleError(
    '公钥文件里没有 Ed25519 公钥：npm run -s audit -- public-key 可以打印。(--key)',
  )
}

function readArguments() {
  try {
    const options = {
      heads: { type: 'string' },
      key: { type: 'string' },
      resume: { type: 'string' },
      json: { type: 'boolean', default: false },
    } as const
    const { values, positionals } = parseArgs({ options, strict: true, allowPositionals: true })
    const [task, ...more] = positionals
    if ((task !== 'verify' && task !== 'public-key') || more.length > 0) throw new RangeError(task)
    return { task, ...values } as const
  } catch {
    throw new TroubleError(USAGE)
  }
}
