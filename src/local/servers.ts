import { join } from 'node:path'
import type { Child, Children } from './children.js'
import { BEHIND_PEOPLE } from './node-process.js'
import { accepts } from './ports.js'
import { problemWith, startPostgres } from './postgres.js'
import { DATABASE, loginInRole, ownedDatabase } from './postgres-database.js'
import { type Say, step } from './progress.js'
import { findTemporal } from './temporal-binary.js'
import { startTemporal } from './temporal-server.js'
import { TroubleError } from './trouble.js'

type Common = {
  readonly folder: string
  readonly env: NodeJS.ProcessEnv
  readonly say: Say
}

/** The project's database; `child` is null when the server is not ours. */
export type Database = {
  /** The owner's way in. */
  readonly url: string
  /** A way in for a process that works in this role; on a server not ours, the same way. */
  readonly urlFor: (role: string) => Promise<string>
  readonly child: Child | null
}

/**
 * The database this machine works with: the one given, if it answers, else the embedded one.
 * Throws TroubleError with the remedy when there is none.
 */
export async function useDatabase(
  children: Children,
  { url, folder, env, say }: Common & { readonly url: string | null },
): Promise<Database> {
  if (url === null) {
    const start = async () => {
      const place = { folder: join(folder, 'postgres'), env, durable: true }
      const server = await startPostgres(children, place)
      const owner = await ownedDatabase(server.urlOf, DATABASE)
      const urlFor = (role: string) => loginInRole(server.urlOf, DATABASE, role)
      return { url: owner, urlFor, child: server.child }
    }
    return step('启动内置 Postgres', start, say)
  }
  await requireDatabase(url, say)
  return { url, urlFor: async () => url, child: null }
}

/** Throws TroubleError with the remedy when the database given does not answer. */
export async function requireDatabase(url: string, say: Say): Promise<void> {
  const problem = await step('连接 DATABASE_URL', () => problemWith(url), say)
  if (problem === null) return
  throw new TroubleError(
    `DATABASE_URL 指向的 Postgres（${new URL(url).host}）用不了（${problem}）：启动它或改正地址，` +
      '或去掉 DATABASE_URL 改用内置的。(database unreachable)',
  )
}

export type TemporalChoice = Common & {
  readonly address: string | null
  readonly cli: string | null
  readonly namespace: string
  readonly stop: AbortSignal
}

/** Where Temporal is. */
export type TemporalServer = {
  readonly address: string
  readonly ui: string | null
  readonly child: Child | null
}

/**
 * The Temporal server this machine works with: the one given, if somebody listens there, else a dev
 * server of ours. Throws TroubleError with the remedy when there is none.
 */
export async function useTemporal(
  children: Children,
  { address, cli, namespace, folder, env, say, stop: signal }: TemporalChoice,
): Promise<TemporalServer> {
  if (address !== null) {
    const [host = '', port] = address.split(':')
    if (await accepts(host, Number(port), 3_000)) {
      return { address, ui: null, child: null }
    }
    throw new TroubleError(
      `TEMPORAL_ADDRESS 指向的 ${address} 连不上：启动它或改正地址，` +
        '或去掉 TEMPORAL_ADDRESS 由程序自己启动。(Temporal unreachable)',
    )
  }
  const program = await findTemporal({ cli, cache: join(folder, 'cache'), env, signal, say })
  const place = { folder: join(folder, 'temporal'), namespace, env, niceness: BEHIND_PEOPLE }
  const how = { ui: true, timeSkipping: false }
  return step('启动 Temporal', () => startTemporal(children, program, { ...place, ...how }), say)
}
