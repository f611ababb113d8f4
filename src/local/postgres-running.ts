import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { UrlOf } from './postgres-database.js'
import { folderOfCluster } from './postgres-reach.js'
import { isStill } from './processes.js'

/** Lines of `postmaster.pid`: the process first, the port fourth, `ready` once it answers. */
const PORT = 3

/** The superuser's way into the embedded Postgres that another process of ours runs there, or null when none does. */
export function runningPostgres(wanted: string): UrlOf | null {
  const folder = folderOfCluster(wanted)
  const data = join(folder, 'data')
  const lines = read(join(data, 'postmaster.pid')).split('\n')
  const password = read(join(folder, 'password')).trim()
  const [pid, port] = [Number(lines[0]), Number(lines[PORT])]
  const ready = lines.some((line) => line.trim() === 'ready')
  if (!ready || !(pid > 0) || !(port > 0) || password === '' || !isStill(pid, data)) return null
  return (database) => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`
}

function read(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}
