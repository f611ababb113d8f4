import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Test } from 'tap'
import { environmentWith } from '../../src/config.js'
import { statement } from '../../src/db/handle.js'
import { ownChildren } from '../../src/local/children.js'
import { nodeProcess } from '../../src/local/node-process.js'
import { freePort } from '../../src/local/ports.js'
import { ledgerOf } from '../../src/local/run-folder.js'
import { keptSigningKey } from '../../src/local/signing-key.js'
import { findTemporal } from '../../src/local/temporal-binary.js'
import { startTemporal } from '../../src/local/temporal-server.js'
import { answers } from '../../src/local/watch.js'
import { fromRun } from '../helpers/environment.js'
import type { TestOffice } from '../helpers/office.js'
import { type Carry, ISSUER } from '../http/support.js'

/** The processes of an office at work, and where each leaves what it writes. */
export interface Processes {
  carry: Carry
  temporal: { address: string; folder: string }
  /** What API and worker have logged, at the finest level. */
  logs: readonly string[]
  mails: string
  /** What the worker signs of the ends of all chains. */
  heads: string
}

const NEVER = new AbortController().signal
/** What whoever runs the tests has set for themselves. */
const NOT_OURS = Object.fromEntries(
  [
    ...['NODE_OPTIONS', 'DATABASE_URL', 'MAIL_FOLDER', 'EVIDENCE_FOLDER', 'SMTP_URL'],
    ...['ADMIN_PORT', 'CORS_ORIGINS', 'TRUSTED_PROXIES'],
    ...['EVIDENCE_BUCKET', 'EVIDENCE_BUCKET_KEY_ID', 'EVIDENCE_BUCKET_SECRET'],
  ].map((name) => [name, null]),
)

/** Starts API and worker as in production on the office's database, with a Temporal whose database is theirs alone. */
export async function startProcesses(
  t: Test,
  office: TestOffice,
  keys: object,
): Promise<Processes> {
  const folder = await mkdtemp(join(tmpdir(), 'canary-'))
  const children = ownChildren(ledgerOf(folder))
  t.teardown(async () => {
    await children.stopAll()
    await rm(folder, { recursive: true, force: true })
  })
  const env = environmentWith(NOT_OURS)
  const program = await findTemporal({
    ...{ cli: env['TEMPORAL_CLI'] ?? null, cache: resolve('.data/cache'), env },
    ...{ signal: NEVER, say: () => undefined },
  })
  const place = { folder: join(folder, 'temporal'), namespace: 'default', env }
  const temporal = await startTemporal(children, program, {
    ...place,
    ...{ ui: false, timeSkipping: false },
  })
  const jwks_file = join(folder, 'keys.json')
  await writeFile(jwks_file, JSON.stringify(keys))
  const SIGNING_KEY_FILE = keptSigningKey(folder)
  const HEADS_FILE = join(folder, 'heads.ndjson')
  const url = await urlOf(office)
  const port = await freePort()
  const shared = {
    ...{ DATA_DIR: folder, HOST: '127.0.0.1', PORT: String(port), LOG_LEVEL: 'trace' },
    ...{ API_DATABASE_URL: url, WORKER_DATABASE_URL: url, TEMPORAL_ADDRESS: temporal.address },
    CURSOR_SECRET: 'only for tests, and long enough for them',
    // Everything is sent within minutes, and by few.
    COST_PER_MINUTE: '0',
    ...{ SIGNING_KEY_FILE, HEADS_FILE },
    JWT_ISSUERS: JSON.stringify([
      { issuer: ISSUER, audience: 'zhenggai', algorithms: ['Ed25519'], jwks_file },
    ]),
  }
  const own = (name: 'server' | 'worker') => {
    const how = { log: join(folder, `${name}.log`), stopSeconds: 10, env: { ...env, ...shared } }
    return children.start(nodeProcess(name, `src/${name}.ts`, [], how))
  }
  const [server, worker] = [own('server'), own('worker')]
  const address = `http://127.0.0.1:${port}`
  await answers(server, `${address}/readyz`, 60_000)
  return {
    carry: carryTo(address),
    temporal: { address: temporal.address, folder: place.folder },
    logs: [server.log, worker.log],
    mails: join(folder, 'mail'),
    heads: HEADS_FILE,
  }
}

async function urlOf(office: TestOffice): Promise<string> {
  const url = new URL(fromRun('TEST_DATABASE_URL'))
  const name = statement<{ name: string }>('select current_database() as name')
  url.pathname = (await office.owner.run(name()))[0]?.name ?? ''
  return url.href
}

/** Carries requests over a socket. */
function carryTo(address: string): Carry {
  return async ({ method, url, query = {}, headers, payload }) => {
    const at = new URL(url, address)
    for (const [name, value] of Object.entries(query)) at.searchParams.set(name, value)
    const answer = await fetch(at, {
      method,
      headers,
      ...(payload === undefined ? {} : { body: payload }),
    })
    return {
      statusCode: answer.status,
      payload: await answer.text(),
      headers: Object.fromEntries(answer.headers),
    }
  }
}
