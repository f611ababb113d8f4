import { mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type LocalIssuer, openLocalIssuer } from '../../src/auth/local-issuer.js'
import { environmentWith } from '../../src/config.js'
import type { Child, Children } from '../../src/local/children.js'
import { nodeProcess } from '../../src/local/node-process.js'
import { freePort, poll } from '../../src/local/ports.js'
import { startPostgres } from '../../src/local/postgres.js'
import { loginInRole, ownedDatabase, type UrlOf } from '../../src/local/postgres-database.js'
import { keptSecret } from '../../src/local/secret.js'
import { findTemporal } from '../../src/local/temporal-binary.js'
import { startTemporal } from '../../src/local/temporal-server.js'
import { answers, endsWell } from '../../src/local/watch.js'
import { type Diary, openDiary } from './diary.js'
import { type MailSink, openMailSink } from './mail-sink.js'
import { createService, type Service } from './service.js'

/** An API process and where it answers, in this life and the next. */
export type Api = Service & { readonly address: string }

/**
 * Everything as in production, on one machine: Postgres that waits for the disk, Temporal with its database in a
 * file, two APIs, two workers and a mail server. Every process can be killed by its own pid and started again at
 * the address it had; none is told that it is being tested.
 */
export interface Stand {
  readonly folder: string
  readonly diary: Diary
  readonly postgres: Service
  readonly temporal: Service
  readonly apis: readonly [Api, Api]
  readonly workers: readonly [Service, Service]
  readonly sink: MailSink
  readonly issuer: LocalIssuer
  /** Ways into the database: its superuser's, its owner's and the worker's; the same through every restart. */
  readonly superuser: UrlOf
  readonly owner: string
  readonly worker: string
  readonly temporalAddress: string
  /** Where the mails of rehearsals are written. */
  readonly mailFolder: string
}

export interface StandOptions {
  readonly folder: string
  /** Where downloads and bundles are kept between runs. */
  readonly cache: string
  readonly say: (line: string) => void
  readonly signal: AbortSignal
}

export const NAMESPACE = 'default'
const READY_MS = 60_000
const FROM = '整改 <zhenggai@office.example>'

/** Starts all of it and resolves when the APIs answer. Whoever owns the children stops what was started. */
export async function startStand(children: Children, options: StandOptions): Promise<Stand> {
  const { folder, cache, say, signal } = options
  mkdirSync(join(folder, 'logs'), { recursive: true })
  const diary = openDiary(join(folder, 'diary.jsonl'))
  const base = environmentWith(NOT_OURS)
  const servers = await startServers(children, { folder, cache, say, signal, diary, env: base })
  const { urlOf, owner, api, worker } = await prepared(children, servers.urlOf, folder)
  const sink = await openMailSink(await freePort(), join(folder, 'accepted-mails.jsonl'))
  const shared = {
    DATA_DIR: folder,
    HOST: '127.0.0.1',
    TEMPORAL_ADDRESS: servers.temporalAddress,
    TEMPORAL_NAMESPACE: NAMESPACE,
    CURSOR_SECRET: keptSecret(join(folder, 'cursor-secret')),
    SMTP_URL: sink.url,
    MAIL_FROM: FROM,
    LOG_LEVEL: 'error',
    REQUESTS_PER_MINUTE: '0',
    COST_PER_MINUTE: '0',
    MAILS_PER_DAY: '0',
  }
  let lives = 0
  const own = (name: string, program: string, env: Record<string, string>) => {
    lives += 1
    const log = join(folder, 'logs', `${name}.${lives}.log`)
    const place = { log, stopSeconds: 20, env: { ...base, ...shared, ...env } }
    return children.start(nodeProcess(name, `src/${program}.ts`, [], place))
  }
  const apiService = async (name: string): Promise<Api> => {
    const port = await freePort()
    const address = `http://127.0.0.1:${port}`
    const service = createService(name, diary, async (more) => {
      const child = own(name, 'server', { PORT: String(port), API_DATABASE_URL: api, ...more })
      // One that is to die early may do so before anybody has seen it answer.
      if (!more['FAILPOINT']) await answers(child, `${address}/healthz`, READY_MS)
      return child
    })
    return { ...service, address }
  }
  const workerService = (name: string) =>
    createService(name, diary, async (more) => {
      const how = { WORKER_DATABASE_URL: worker, LOG_LEVEL: 'info', ...more }
      const child = own(name, 'worker', how)
      if (!more['FAILPOINT']) await says(child, 'worker is running')
      return child
    })
  const apis = [await apiService('api-1'), await apiService('api-2')] as const
  const workers = [workerService('worker-1'), workerService('worker-2')] as const
  await Promise.all([...apis, ...workers].map((service) => service.start()))
  const issuer = await openLocalIssuer(join(folder, 'auth'))
  return {
    ...{ folder, diary, apis, workers, sink, issuer, owner, worker, superuser: urlOf },
    postgres: servers.postgres,
    temporal: servers.temporal,
    temporalAddress: servers.temporalAddress,
    mailFolder: join(folder, 'mail'),
  }
}

/** Waits until a process has written this into its log. Throws when it ends or time is over. */
async function says(child: Child, words: string): Promise<void> {
  const said = await poll(async () => {
    if (!child.running()) return false
    return readFileSync(child.log, 'utf8').includes(words) ? true : undefined
  }, READY_MS)
  if (!said) throw new Error(`${child.name} did not say "${words}": see ${child.log}`)
}

type ServerPlace = StandOptions & { readonly diary: Diary; readonly env: NodeJS.ProcessEnv }

async function startServers(children: Children, place: ServerPlace) {
  const { folder, cache, say, signal, diary, env } = place
  const [postgresPort, temporalPort] = [await freePort(), await freePort()]
  let urlOf: UrlOf = () => ''
  const postgres = createService('postgres', diary, async () => {
    const where = { folder: join(folder, 'postgres'), env, durable: true, port: postgresPort }
    const server = await startPostgres(children, where)
    urlOf = server.urlOf
    return server.child
  })
  const cli = env['TEMPORAL_CLI'] ?? null
  const program = await findTemporal({ cli, cache: resolve(cache), env, signal, say })
  const temporal = createService('temporal', diary, async () => {
    const where = { folder: join(folder, 'temporal'), namespace: NAMESPACE, env }
    const how = { ui: false, timeSkipping: false, port: temporalPort }
    return (await startTemporal(children, program, { ...where, ...how })).child
  })
  await Promise.all([postgres.start(), temporal.start()])
  return { postgres, temporal, urlOf, temporalAddress: `127.0.0.1:${temporalPort}` }
}

/** The migrated database with the logins of the processes. */
async function prepared(children: Children, urlOf: UrlOf, folder: string) {
  const owner = await ownedDatabase(urlOf, DATABASE)
  const place = { log: join(folder, 'logs', 'migrate.log'), stopSeconds: 5 }
  const env = environmentWith({ DATABASE_URL: owner, NODE_OPTIONS: null })
  await endsWell(
    children.start(nodeProcess('migrate', 'src/migrate.ts', ['up'], { ...place, env })),
  )
  const [api, worker] = [
    await loginInRole(urlOf, DATABASE, 'zhenggai_api'),
    await loginInRole(urlOf, DATABASE, 'zhenggai_worker'),
  ]
  return { urlOf, owner, api, worker }
}

const DATABASE = 'zhenggai'

/** What whoever runs us has set for themselves. */
const NOT_OURS = Object.fromEntries(
  [
    ...['NODE_OPTIONS', 'FAILPOINT', 'DATABASE_URL', 'JWT_ISSUERS', 'MAIL_FOLDER'],
    ...['EVIDENCE_FOLDER', 'ADMIN_PORT', 'CORS_ORIGINS', 'TRUSTED_PROXIES'],
    ...['EVIDENCE_BUCKET', 'EVIDENCE_BUCKET_KEY_ID', 'EVIDENCE_BUCKET_SECRET'],
  ].map((name) => [name, null]),
)
