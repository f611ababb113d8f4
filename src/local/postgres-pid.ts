import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive, isStill } from './processes.js'

/**
 * Removes a cluster's pid file when its process id now belongs to a stranger, which would keep
 * Postgres from starting. The file of a dead server stays: with it Postgres itself checks that no
 * backend of that server is left.
 */
export function forgetStranger(data: string): void {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  if (isAlive(pid) && !isStill(pid, data)) rmSync(file)
}
