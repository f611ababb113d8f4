import { execFile } from 'node:child_process'
import { mkdirSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Test } from 'tap'
import { createRehearsal } from '../../bench/chaos/offices.js'
import { populate } from '../../bench/chaos/populate.js'
import { createCaller } from '../../bench/harness/caller.js'
import { openLedger } from '../../bench/harness/ledger.js'
import { NAMESPACE, type Stand, startStand } from '../../bench/harness/stand.js'
import { LOCAL_ISSUER } from '../../src/auth/local-issuer.js'
import { openPool, type Pool } from '../../src/db/pool.js'
import { openTemporal } from '../../src/engine/connection.js'
import type { Children } from '../../src/local/children.js'
import { programOf } from '../../src/local/node-process.js'
import { removeCluster } from '../../src/local/postgres-reach.js'

const NEVER = new AbortController().signal

export interface End {
  code: number | null
  out: string
}

/** Runs one of the commands as people do, on this data folder. */
export function command(
  name: string,
  args: readonly string[],
  folder: string,
  env: Record<string, string> = {},
): Promise<End> {
  return new Promise((done) => {
    const all = [...programOf(`src/${name}.ts`), ...args]
    const given = { ...process.env, NODE_OPTIONS: '', DATA_DIR: folder, ...env }
    const child = execFile(process.execPath, all, { env: given }, (_, out, err) =>
      done({ code: child.exitCode, out: err + out }),
    )
  })
}

/** A data folder of the test's own; downloads and bundles are shared with all others. */
export function dataFolder(t: Test, below: string, name: string): string {
  const [folder, cache] = [join(below, name), resolve('.data/cache')]
  mkdirSync(cache, { recursive: true })
  mkdirSync(folder)
  symlinkSync(cache, join(folder, 'cache'), 'junction')
  t.teardown(() => removeCluster(join(folder, 'postgres')))
  return folder
}

export function standIn(children: Children, folder: string): Promise<Stand> {
  const cache = join(folder, 'cache')
  return startStand(children, { folder, cache, say: () => undefined, signal: NEVER })
}

/** Ways into a stand's database and its Temporal. */
export function opened(stand: Stand) {
  const pool = (url: string, role: 'zhenggai_migrate' | 'zhenggai_worker') =>
    openPool({ url, role, max: 4, applicationName: 'test' })
  const owner = pool(stand.owner, 'zhenggai_migrate')
  const database = pool(stand.worker, 'zhenggai_worker')
  const temporal = openTemporal({ address: stand.temporalAddress, namespace: NAMESPACE })
  const close = async () => {
    await Promise.all([owner.close(), database.close(), temporal.close(), stand.sink.close()])
  }
  return { owner, database, temporal, close }
}

/** A rehearsal with thirty findings of three units. */
export async function peopled(stand: Stand, owner: Pool) {
  const office = await createRehearsal(owner, LOCAL_ISSUER)
  const targets = await populate(stand, { office, units: 3, findings: 30, minutes: 1 })
  return { office, targets }
}

export async function callerOf(stand: Stand, ledger: string) {
  return createCaller({
    addresses: stand.apis.map(({ address }) => address),
    tokenOf: (person) => stand.issuer.mint(person),
    ledger: await openLedger(ledger),
    stop: NEVER,
  })
}
