import { join } from 'node:path'
import type { Child, Children } from './children.js'
import { BEHIND_PEOPLE, type NodePlace, nodeProcess, SMALL_WORKER } from './node-process.js'
import { httpAddress, portProblem } from './ports.js'
import { type Say, step } from './progress.js'
import { keptSecret } from './secret.js'
import { type TemporalServer, useDatabase, useTemporal } from './servers.js'
import { keptSigningKey } from './signing-key.js'
import { TroubleError } from './trouble.js'
import { answers, endsWell } from './watch.js'

/** What everything on one machine needs to know; servers that are given are used, the others are started. */
export type SystemPlan = {
  readonly folder: string
  readonly http: { readonly host: string; readonly port: number }
  readonly temporal: {
    readonly address: string | null
    readonly namespace: string
    readonly cli: string | null
  }
  readonly secrets: {
    readonly databaseUrl: string | null
    readonly apiDatabaseUrl: string | null
    readonly workerDatabaseUrl: string | null
    readonly cursorSecret: string | null
  }
  readonly signing?: { readonly keyFile: string | null; readonly headsFile: string | null }
  /** The environment for a child: ours, with these set, or with null removed. */
  readonly environment: (more?: Record<string, string | null>) => NodeJS.ProcessEnv
  readonly say: Say
  readonly stop: AbortSignal
}

export type System = {
  /** The owner's way into the database, and the worker's. */
  readonly owner: string
  readonly workerUrl: string
  /** Where the interface answers. */
  readonly api: string
  readonly temporal: TemporalServer
  /** All whose end is the end of the whole. */
  readonly services: readonly (Child | null)[]
}

const READY_MS = 60_000

/**
 * Starts everything on one machine: Postgres, Temporal, migrations, the API and the worker. Resolves when the API
 * answers. Throws TroubleError with the remedy; whoever owns the children stops what was started.
 */
export async function startSystem(children: Children, plan: SystemPlan): Promise<System> {
  const { folder, http, secrets, environment, say, stop } = plan
  const env = environment()
  await requirePort(http)
  const [database, temporal] = await Promise.all([
    useDatabase(children, { url: secrets.databaseUrl, folder, env, say }),
    useTemporal(children, { ...plan.temporal, folder, env, say, stop }),
  ])
  const own = (
    name: string,
    more: Record<string, string | null>,
    { args = [], ...how }: { args?: readonly string[] } & Partial<NodePlace> = {},
  ) => {
    const place = { log: join(folder, 'logs', `${name}.log`), stopSeconds: 5 }
    const spec = { ...place, env: environment(more), ...how }
    return children.start(nodeProcess(name, `src/${name}.ts`, args, spec))
  }
  const migrate = () => endsWell(own('migrate', { DATABASE_URL: database.url }, { args: ['up'] }))
  await step('更新数据库结构', migrate, say)

  const shared = {
    // The owner's way in stays here: each process gets its own.
    DATABASE_URL: null,
    DATA_DIR: folder,
    HOST: http.host,
    PORT: String(http.port),
    TEMPORAL_ADDRESS: temporal.address,
    CURSOR_SECRET: secrets.cursorSecret ?? keptSecret(join(folder, 'cursor-secret')),
    SIGNING_KEY_FILE: plan.signing?.keyFile ?? keptSigningKey(folder),
    HEADS_FILE: plan.signing?.headsFile ?? join(folder, 'heads.ndjson'),
  }
  const apiUrl = secrets.apiDatabaseUrl ?? (await database.urlFor('zhenggai_api'))
  const workerUrl = secrets.workerDatabaseUrl ?? (await database.urlFor('zhenggai_worker'))
  const api = own('server', { ...shared, API_DATABASE_URL: apiUrl })
  const { env: small, flags } = SMALL_WORKER
  const worker = own(
    'worker',
    { ...shared, ...small, WORKER_DATABASE_URL: workerUrl },
    { flags, niceness: BEHIND_PEOPLE },
  )
  const address = httpAddress(http.host, http.port)
  await step('启动接口服务', () => answers(api, `${address}/readyz`, READY_MS), say)
  const services = [database.child, temporal.child, api, worker]
  return { owner: database.url, workerUrl, api: address, temporal, services }
}

async function requirePort({ host, port }: SystemPlan['http']): Promise<void> {
  const problem = await portProblem(port, host)
  if (problem === null) return
  throw new TroubleError(
    `端口 ${host}:${port} 不能用（${problem}）：停掉占用它的程序，` +
      `或换一个端口，例如 PORT=${port + 1} npm start。(port in use)`,
  )
}
