import { mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { rm } from 'node:fs/promises'
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

/** The same, made, with the `cache` for downloads and bundles that all runs share. */
export async function runFolderWithCache(all: string, prefix: string): Promise<string> {
  const folder = await runFolder(all, prefix)
  mkdirSync(join(all, 'cache'), { recursive: true })
  mkdirSync(folder)
  symlinkSync(join(all, 'cache'), join(folder, 'cache'), 'junction')
  return folder
}

/** Removes all that a run wrote, its database wherever that is, even while another run does the same. */
export async function removeRun(folder: string): Promise<void> {
  await removeCluster(join(folder, 'postgres'))
  await rm(folder, { recursive: true, force: true, maxRetries: 20 })
}

/** Where the run of that folder writes down the processes it started. */
export function ledgerOf(folder: string): string {
  return join(folder, 'children.json')
}
