import { join } from 'node:path'
import { LOCAL_ISSUER } from '../../src/auth/local-issuer.js'
import { createDeps } from '../../src/commands/create-deps.js'
import { planMissingOpenings } from '../../src/commands/office-day/opening.js'
import { openPool, type Pool } from '../../src/db/pool.js'
import { openTemporal, type Temporal } from '../../src/engine/connection.js'
import { type Caller, createCaller } from '../harness/caller.js'
import { openLedger } from '../harness/ledger.js'
import { NAMESPACE, type Stand } from '../harness/stand.js'
import { createRealOffice, createRehearsal, type RunOffice } from './offices.js'
import { type Population, populate, type Target } from './populate.js'

/** What everything that is played on a stand begins with: ways in, and a caller whose every command is written down. */
export interface Scene {
  stand: Stand
  owner: Pool
  database: Pool
  temporal: Temporal
  caller: Caller
  /** Resolves with the ledger's file when all of it is on the disk. */
  closeLedger(): Promise<string>
  close(): Promise<void>
}

/** Opens the ways into a stand. Whoever opens a scene closes it. */
export async function openScene(stand: Stand, stop: AbortSignal): Promise<Scene> {
  const pool = (url: string, role: 'zhenggai_migrate' | 'zhenggai_worker', max: number) =>
    openPool({ url, role, max, applicationName: 'chaos' })
  const owner = pool(stand.owner, 'zhenggai_migrate', 2)
  const database = pool(stand.worker, 'zhenggai_worker', 4)
  const temporal = openTemporal({ address: stand.temporalAddress, namespace: NAMESPACE })
  const path = join(stand.folder, 'ledger.jsonl')
  const ledger = await openLedger(path)
  const caller = createCaller({
    addresses: stand.apis.map(({ address }) => address),
    tokenOf: (person) => stand.issuer.mint(person),
    ledger,
    stop,
  })
  return {
    ...{ stand, owner, database, temporal, caller },
    closeLedger: async () => {
      await ledger.close()
      return path
    },
    close: async () => {
      await Promise.all([temporal.close(), database.close(), owner.close()])
    },
  }
}

export interface Peopled {
  office: RunOffice
  targets: readonly Target[]
}

type Size = Omit<Population, 'office'>

/** A rehearsal whose notice has been issued. */
export async function peopledRehearsal({ stand, owner }: Scene, size: Size): Promise<Peopled> {
  const office = await createRehearsal(owner, LOCAL_ISSUER)
  return { office, targets: await populate(stand, { office, ...size }) }
}

/** A real office, open from the first whole minute after the given instant (milliseconds), with its notice issued. */
export async function peopledOffice(
  { stand, owner, database }: Scene,
  opensAfter: number,
  size: Size,
): Promise<Peopled> {
  const office = await createRealOffice(owner, LOCAL_ISSUER, opensAfter)
  await planMissingOpenings(createDeps(database, () => undefined))
  return { office, targets: await populate(stand, { office, ...size }) }
}
