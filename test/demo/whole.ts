import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker'
import type { Test } from 'tap'
import { createActivities } from '../../src/activities/index.js'
import { LOCAL_ISSUER, openLocalIssuer } from '../../src/auth/local-issuer.js'
import { createVerifier } from '../../src/auth/verify.js'
import { createDeps } from '../../src/commands/create-deps.js'
import { type DatabaseRole, openPool, type Pool } from '../../src/db/pool.js'
import { createPoke, listenForWork } from '../../src/db/wake.js'
import { openTemporal, type Temporal } from '../../src/engine/connection.js'
import { startSyncer } from '../../src/engine/syncer.js'
import { createWorker } from '../../src/engine/worker.js'
import { createEvidenceStore } from '../../src/files/evidence-store.js'
import { buildApp } from '../../src/http/app.js'
import { createMetrics } from '../../src/http/frame/metrics.js'
import { createMailer } from '../../src/mail/mailer.js'
import { testDatabase } from '../helpers/database.js'
import { fromRun } from '../helpers/environment.js'

Runtime.install({ logger: new DefaultLogger('ERROR') })

const NOWHERE = { info: () => undefined, error: () => undefined }

/** Everything `npm start` starts, in this process, on the run's own servers. */
export interface Whole {
  folder: string
  mailFolder: string
  address: string
  ownerUrl: string
  worker: Pool
  owner: Pool
  temporal: Temporal
  issuer: string
  mint: (subject: string) => Promise<string>
}

/** The whole system with a database of its own; stopped in reverse when the test ends. */
export async function wholeSystem(t: Test): Promise<Whole> {
  const folder = await mkdtemp(join(tmpdir(), 'zhenggai-whole-'))
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  const urls = await testDatabase(t)
  const pool = (role: DatabaseRole) => {
    const opened = openPool({ url: urls.owner, role, max: 10, applicationName: `test ${role}` })
    t.teardown(() => opened.close())
    return opened
  }
  const worker = pool('zhenggai_worker')
  const mailFolder = join(folder, 'mail')
  const temporal = await runWorker(t, worker, { mailFolder, url: urls.owner })
  const { issuer, mint } = await openLocalIssuer(join(folder, 'auth'))
  const api = pool('zhenggai_api')
  const app = await buildApp({
    commands: createDeps(api, createPoke(api)),
    verifier: createVerifier([issuer]),
    files: createEvidenceStore({ folder: join(folder, 'evidence'), max_bytes: 1_000_000 }),
    signer: null,
    standing: async () => ({ postgres: true, temporal: true }),
    metrics: createMetrics(),
    settings: {
      cursorSecret: 'only for tests, and long enough for them',
      origins: [],
      proxies: [],
      docs: true,
      maxFileBytes: 1_000_000,
      maxUnitBytes: 10 * 1024 * 1024 * 1024,
      scanning: false,
      log: { level: 'silent' },
      rememberMs: 15_000,
      failuresPerMinute: 10,
      requestsPerMinute: 0,
      costPerMinute: 0,
      stepUp: { max_age: null, acr_values: [] },
      shedLoad: false,
    },
  })
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  t.teardown(() => app.close())
  const owner = pool('zhenggai_migrate')
  const shared = { folder, mailFolder, address, ownerUrl: urls.owner, worker, owner, temporal }
  return { ...shared, issuer: LOCAL_ISSUER, mint }
}

async function runWorker(t: Test, pool: Pool, place: { mailFolder: string; url: string }) {
  const address = { address: fromRun('TEST_TEMPORAL_ADDRESS'), namespace: 'default' }
  const taskQueue = `test-${randomUUID()}`
  const temporal = openTemporal(address)
  const syncer = startSyncer({ db: pool, temporal, taskQueue, log: NOWHERE })
  const from = { name: '整改', address: 'office@example.com' }
  const mailer = createMailer({ smtp_url: null, folder: place.mailFolder, from })
  const { wake } = syncer
  const deps = createDeps(pool, () => undefined)
  const activities = createActivities({
    ...deps,
    mailer,
    mailsPerDay: 0,
    origin: null,
    wake,
    alarm: () => undefined,
  })
  const connection = await NativeConnection.connect(address)
  const worker = await createWorker({
    connection,
    namespace: 'default',
    activities,
    bundle: { codePath: fromRun('TEST_WORKFLOW_BUNDLE') },
    taskQueue,
    grace: 500,
  })
  const running = worker.run()
  const listening = listenForWork(place.url, wake)
  t.teardown(async () => {
    await Promise.all([listening.stop(), syncer.stop()])
    worker.shutdown()
    await running
    await connection.close()
    await temporal.close()
  })
  return temporal
}
