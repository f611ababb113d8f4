import { join } from 'node:path'
import type { Child, Children } from './children.js'
import { tail } from './logs.js'
import { freePort, poll } from './ports.js'
import { withClient } from './postgres-client.js'
import { type Cluster, clusterIn, type Engine } from './postgres-cluster.js'
import { forgetStranger } from './postgres-pid.js'
import { postgresPrograms } from './postgres-programs.js'
import { reachableFolder, reachablePrograms } from './postgres-reach.js'
import { postgresUser } from './postgres-user.js'
import { messageOf, TroubleError } from './trouble.js'

export type PostgresOptions = {
  /** Where cluster, password and log live. */
  readonly folder: string
  readonly env: NodeJS.ProcessEnv
  /** Off only where losing the data in a power cut does not matter: in tests. */
  readonly durable: boolean
  /** Where it listens on loopback; a free port unless told. */
  readonly port?: number
}

/** A running server: its superuser's address of a database, and the process. */
export type Postgres = {
  readonly urlOf: (database: string) => string
  readonly child: Child
}

const READY_MS = 30_000
const TRIES = 5

/**
 * Starts the embedded Postgres on a loopback port, making its cluster on first use. Throws
 * TroubleError with the remedy when it does not come up.
 */
export async function startPostgres(
  children: Children,
  options: PostgresOptions,
): Promise<Postgres> {
  const runAs = postgresUser()
  const { native, version } = postgresPrograms()
  const folder = reachableFolder(runAs, options.folder)
  const engine: Engine = {
    native: reachablePrograms(runAs, native, version),
    major: version.split('.')[0] ?? '',
    runAs,
    durable: options.durable,
  }
  const cluster = await clusterIn(folder, engine)
  forgetStranger(cluster.data)
  // Backends of a killed server may take a moment to leave; Postgres refuses to start meanwhile.
  for (let left = TRIES; ; left -= 1) {
    const server = await launch(children, options, engine, cluster)
    if (await ready(server)) return server
    const last = tail(server.child.log, 3)
    await server.child.stop()
    if (left > 1 && last.includes('still in use')) continue
    throw new TroubleError(
      `内置 Postgres 没有启动起来：看日志 ${server.child.log}（${last.split('\n').at(-1) ?? ''}），` +
        '处理后重试，或把 DATABASE_URL 指向已有的 Postgres。(Postgres did not start)',
    )
  }
}

async function launch(
  children: Children,
  options: PostgresOptions,
  { native, runAs }: Engine,
  { data, password }: Cluster,
): Promise<Postgres> {
  const port = options.port ?? (await freePort())
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(options.durable ? {} : { fsync: 'off', full_page_writes: 'off' }),
  }
  const child = children.start({
    name: 'Postgres',
    command: join(native, 'bin', 'postgres'),
    args: ['-D', data, '-p', String(port), ...Object.entries(settings).flatMap(flag)],
    cwd: '/',
    env: { ...options.env, LC_ALL: 'C' },
    ...runAs,
    log: join(options.folder, 'postgres.log'),
    stopWith: 'SIGINT',
    stopSeconds: 4,
    stopLast: true,
  })
  const urlOf = (database: string) =>
    `postgres://postgres:${password}@127.0.0.1:${port}/${database}`
  return { urlOf, child }
}

const flag = ([name, value]: [string, string]) => ['-c', `${name}=${value}`]

async function ready({ child, urlOf }: Postgres): Promise<boolean> {
  const answer = await poll(async () => {
    if (!child.running()) return false
    return (await problemWith(urlOf('postgres'))) === null ? true : undefined
  }, READY_MS)
  return answer ?? false
}

/** Why a database cannot be used just now, or null when it answers within three seconds. */
export async function problemWith(url: string): Promise<string | null> {
  try {
    const config = { connectionString: url, connectionTimeoutMillis: 3_000 }
    await withClient(config, (client) => client.query('select 1'))
    return null
  } catch (error) {
    return messageOf(error) || 'connection refused'
  }
}
