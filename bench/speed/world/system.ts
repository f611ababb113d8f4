import { join, resolve } from 'node:path'
import { type LocalIssuer, openLocalIssuer } from '../../../src/auth/local-issuer.js'
import { environmentWith, readConfig } from '../../../src/config.js'
import { openPool, type Pool } from '../../../src/db/pool.js'
import { openTemporal, type Temporal } from '../../../src/engine/connection.js'
import { type Children, ownChildren } from '../../../src/local/children.js'
import { freePort } from '../../../src/local/ports.js'
import { ledgerOf, removeRun, runFolderWithCache } from '../../../src/local/run-folder.js'
import { startSystem } from '../../../src/local/system.js'

/** Everything `npm start` starts, in a folder of its own, with what the bench needs beside. */
export interface BenchSystem {
  folder: string
  children: Children
  api: string
  owner: string
  issuer: LocalIssuer
  /** Sees every office, as the worker does. */
  database: Pool
  temporal: Temporal
  temporalAddress: string
  namespace: string
  /** The processes whose memory is measured. */
  pids: { api: number; worker: number }
  close(): Promise<void>
}

/** One caller sends everybody's. */
const UNLIMITED = { REQUESTS_PER_MINUTE: '0', COST_PER_MINUTE: '0', MAILS_PER_DAY: '0' }

/**
 * Starts the system durably: fsync on, Temporal with a database file; `given` is added to what its processes are told.
 * Throws TroubleError with the remedy.
 */
export async function startBenchSystem(
  say: (line: string) => void,
  stop: AbortSignal,
  given: Readonly<Record<string, string>> = {},
): Promise<BenchSystem> {
  const folder = await runFolderWithCache(resolve('.data'), 'bench-')
  const children = ownChildren(ledgerOf(folder))
  const close: (() => Promise<void>)[] = [
    async () => {
      await children.stopAll()
      await removeRun(folder)
    },
  ]
  const closeAll = async () => {
    for (const one of close.toReversed()) await one()
  }
  try {
    const own = { DATA_DIR: folder, PORT: null, DATABASE_URL: null, TEMPORAL_ADDRESS: null }
    const { http, temporal: config, secrets } = readConfig(environmentWith(own))
    const system = await startSystem(children, {
      folder,
      http: { ...http, port: await freePort() },
      temporal: config,
      secrets,
      environment: (more) =>
        environmentWith({ LOG_LEVEL: 'error', ...UNLIMITED, ...given, ...more }),
      say,
      stop,
    })
    const { workerUrl: url, temporal: server, owner, api, services } = system
    const database = openPool({ url, role: 'zhenggai_worker', max: 4, applicationName: 'bench' })
    close.push(() => database.close())
    const { namespace } = config
    const temporal = openTemporal({ address: server.address, namespace })
    close.push(() => temporal.close())
    const pidOf = (name: string) => services.find((child) => child?.name === name)?.pid ?? 0
    return {
      folder,
      children,
      api,
      owner,
      issuer: await openLocalIssuer(join(folder, 'auth')),
      database,
      temporal,
      temporalAddress: server.address,
      namespace,
      pids: { api: pidOf('server'), worker: pidOf('worker') },
      close: closeAll,
    }
  } catch (error) {
    await closeAll()
    throw error
  }
}
