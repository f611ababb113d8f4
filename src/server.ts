import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Issuer } from './auth/issuer.js'
import { openLocalIssuer } from './auth/local-issuer.js'
import { rememberFor } from './auth/recent.js'
import { createVerifier } from './auth/verify.js'
import { createDeps } from './commands/create-deps.js'
import { lateWork } from './commands/late-work.js'
import { type Config, readConfig } from './config.js'
import { sqlb } from './db/handle.js'
import { openPool, type Pool } from './db/pool.js'
import { sweptTotals } from './db/retention.js'
import { createPoke } from './db/wake.js'
import { openTemporal, type Temporal } from './engine/connection.js'
import { createEvidenceStore } from './files/evidence-store.js'
import { buildAdmin } from './http/admin.js'
import { buildApp } from './http/app.js'
import { type HttpDeps, REMEMBERED_MS, type Standing } from './http/deps.js'
import { createMetrics } from './http/frame/metrics.js'
import { runMain } from './local/main.js'
import { readSigner } from './local/signing-key.js'
import { aborted, stopSignal } from './local/stop-signal.js'
import { TroubleError } from './local/trouble.js'
import { ageOfHeads } from './proof/heads-file.js'

/** Figures, health in detail and the document are for the machine itself, or whoever reaches it by a tunnel. */
const ADMIN_HOST = '127.0.0.1'
const DAY_MS = 86_400_000
const BACKLOG = 4_096

/** The API in one process; any number of them may run. Answers what it has begun before it ends. */
await runMain(async () => {
  const config = readConfig()
  const stop = stopSignal()
  const { url, cursorSecret, address } = required(config)
  const pool = openPool({ url, role: 'zhenggai_api', max: 16, applicationName: 'zhenggai-api' })
  const temporal = openTemporal({ ...config.temporal, address, tls: config.secrets.temporalTls })
  // Asked by whoever likes, so looked at once a second at most.
  const looked = rememberFor(1_000, 1, () => standingOf(pool, temporal))
  const standing = () => looked.get('now')
  const metrics = createMetrics()
  const closing: (() => Promise<unknown>)[] = [() => temporal.close(), () => pool.close()]
  try {
    const deps = await depsOf(config, { pool, cursorSecret, standing, metrics })
    const app = await buildApp(deps)
    // What a crash left on the way to a bucket lies on this machine, where there may be no worker to sweep it.
    const failed = (error: unknown) => app.log.error({ err: error }, 'a sweep failed')
    void deps.files.sweep(Date.now() - DAY_MS).catch(failed)
    closing.unshift(() => app.close())
    const { host, port, adminPort } = config.http
    if (adminPort !== null) {
      const counted = rememberFor(5_000, 1, () => lateWork(deps.commands))
      const late = () => counted.get('now').catch(() => null)
      const taken = rememberFor(5_000, 1, () => sweptTotals(pool))
      const swept = () => taken.get('now').catch(() => null)
      const own = { late, swept, headsAge: () => headsAge(config) }
      const admin = await buildAdmin({ metrics, standing, ...own })
      closing.unshift(() => admin.close())
      await admin.listen({ host: ADMIN_HOST, port: adminPort })
    }
    // Whoever comes in a crowd is answered, if only that there is no room: none is left waiting at the door.
    await app.listen({ host, port, backlog: BACKLOG })
    app.log.info({ address: app.server.address() as AddressInfo }, 'listening')
    await aborted(stop)
  } finally {
    // In reverse order of construction; one that fails does not keep the next from closing.
    for (const close of closing) await close().catch(() => undefined)
  }
})

async function depsOf(
  config: Config,
  own: Pick<HttpDeps, 'standing' | 'metrics'> & { pool: Pool; cursorSecret: string },
): Promise<HttpDeps> {
  const { pool, cursorSecret, standing, metrics } = own
  return {
    commands: {
      ...createDeps(pool, createPoke(pool), config.chainHash),
      finding_bytes: config.evidence.findingBytes,
    },
    verifier: createVerifier(await issuersOf(config)),
    files: createEvidenceStore({
      folder: config.evidence.folder,
      max_bytes: config.evidence.maxBytes,
      bucket: config.secrets.bucket,
    }),
    signer: config.signing.keyFile === null ? null : readSigner(config.signing.keyFile),
    standing,
    metrics,
    settings: {
      cursorSecret,
      origins: config.http.origins,
      proxies: config.http.proxies,
      docs: config.http.docs,
      maxFileBytes: config.evidence.maxBytes,
      maxUnitBytes: config.evidence.unitBytes,
      scanning: config.evidence.scanner !== null,
      log: { level: config.log.level },
      rememberMs: REMEMBERED_MS,
      failuresPerMinute: config.limits.failuresPerMinute,
      requestsPerMinute: config.limits.requestsPerMinute,
      costPerMinute: config.limits.costPerMinute,
      stepUp: config.auth.stepUp,
      shedLoad: true,
    },
  }
}

/** The issuers configured; where there are none, on one machine, the local one. */
async function issuersOf({ auth, dataFolder }: Config): Promise<Issuer[]> {
  if (auth.issuers.length === 0) return [(await openLocalIssuer(join(dataFolder, 'auth'))).issuer]
  return auth.issuers.map(({ issuer, audience, algorithms, jwks_file, jwks_url }) => ({
    issuer,
    audience,
    algorithms,
    keys:
      jwks_file === undefined
        ? { kind: 'url', url: jwks_url ?? '' }
        : { kind: 'file', path: jwks_file },
  }))
}

function required({ secrets, temporal }: Config) {
  const { apiDatabaseUrl: url, cursorSecret } = secrets
  if (url === null || temporal.address === null || cursorSecret === null) {
    throw new TroubleError(
      '请设置 API_DATABASE_URL（或 DATABASE_URL）、TEMPORAL_ADDRESS 和 CURSOR_SECRET，' +
        '或用 npm start 启动全部服务。(server configuration)',
    )
  }
  return { url, cursorSecret, address: temporal.address }
}

/** Seconds since the worker last signed chain heads, where its file can be read from here. */
async function headsAge({ signing: { headsFile } }: Config): Promise<number | null> {
  const age = headsFile === null ? null : await ageOfHeads(headsFile).catch(() => null)
  return age === null ? null : Math.round(age / 1_000)
}

/** Whether Postgres and Temporal answer within a second. */
async function standingOf(pool: Pool, temporal: Temporal): Promise<Standing> {
  const answers = (asked: Promise<unknown>) =>
    asked.then(
      () => true,
      () => false,
    )
  const [postgres, server] = await Promise.all([
    answers(pool.run(sqlb.selectNoFrom((eb) => eb.lit(1).as('one')))),
    answers(temporal.call((client) => client.connection.ensureConnected(), 1_000)),
  ])
  return { postgres, temporal: server }
}
