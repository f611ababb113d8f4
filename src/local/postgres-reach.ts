import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { RunAs } from './postgres-user.js'

/** Where root keeps what the user postgres must reach and cannot, below a closed home folder. */
const ELSEWHERE = '/var/lib/zhenggai'
const NOTE = 'data-is-in.txt'

/** The programs' folder, or a copy of it that the user running Postgres can reach. */
export function reachablePrograms(runAs: RunAs, native: string, version: string): string {
  if (canEnter(runAs, native)) return native
  const copy = join(ELSEWHERE, `postgres-${version}`)
  if (existsSync(copy)) return copy
  const half = `${copy}.${process.pid}`
  mkdirSync(ELSEWHERE, { recursive: true })
  cpSync(native, half, { recursive: true, verbatimSymlinks: true })
  if (existsSync(copy)) rmSync(half, { recursive: true })
  else renameSync(half, copy)
  return copy
}

/** The folder that holds a cluster's data, made when missing: the wanted one if it can be reached. */
export function reachableFolder(runAs: RunAs, wanted: string): string {
  mkdirSync(wanted, { recursive: true })
  if (canEnter(runAs, wanted)) return wanted
  const name = createHash('sha256').update(wanted).digest('hex').slice(0, 16)
  const folder = join(ELSEWHERE, name)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(wanted, NOTE), folder)
  return folder
}

/** The folder that holds a cluster's data, as far as one has been made. */
export function folderOfCluster(wanted: string): string {
  const note = join(wanted, NOTE)
  return existsSync(note) ? readFileSync(note, 'utf8') : wanted
}

/**
 * Removes a cluster for good, wherever its data is. What a killed server's processes still write is
 * removed too: this `rm` reads a folder again at each try, which `rmSync` does not.
 */
export async function removeCluster(wanted: string): Promise<void> {
  const whole = { recursive: true, force: true, maxRetries: 20 } as const
  const elsewhere = folderOfCluster(wanted)
  if (elsewhere !== wanted) await rm(elsewhere, whole)
  await rm(wanted, whole)
}

function canEnter(runAs: RunAs, folder: string): boolean {
  if (runAs.uid === undefined) return true
  try {
    const run = { ...runAs, cwd: '/', stdio: 'ignore' } as const
    execFileSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], run)
    return true
  } catch {
    return false
  }
}
