import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { stopLeftovers } from './ledger.js'
import { removeCluster } from './postgres-reach.js'
import { isAlive } from './processes.js'

/**
 * The folder of this run among those of its kind: its name ends in our process id. Whatever runs that were killed left
 * behind is stopped and removed.
 */
export async function runFolder(all: string, prefix = ''): Promise<string> {
  mkdirSync(all, { recursive: true })
  for (const name of readdirSync(all)) {
    const pid = name.startsWith(prefix) ? Number(name.slice(prefix.length)) : Number.NaN
    if (!(pid > 0) || isAlive(pid)) continue
    await stopLeftovers(ledgerOf(join(all, name)))
    await removeRun(join(all, name))
  }
  return join(all, `${prefix}${process.pid}`)
}

/** Removes all that a run wrote, its database wherever that is. */
export async function removeRun(folder: string): Promise<void> {
  await removeCluster(join(folder, 'postgres'))
  rmSync(folder, { recursive: true, force: true })
}

/** Where the run of that folder writes down the processes it started. */
export function ledgerOf(folder: string): string {
  return join(folder, 'children.json')
}
