import { cpus, totalmem } from 'node:os'
import { statement } from '../../src/db/handle.js'
import type { Pool } from '../../src/db/pool.js'

const SETTINGS = statement<{ name: string; setting: string }>(
  `select name, setting from pg_settings
   where name in ('server_version', 'fsync', 'synchronous_commit', 'full_page_writes') order by name`,
)

/** What the figures were measured on; without it they say nothing. Throws where Postgres would not wait for the disk. */
export async function machineFacts(database: Pool): Promise<string[]> {
  const settings = await database.run(SETTINGS())
  const off = settings.filter(({ setting }) => setting === 'off').map(({ name }) => name)
  if (off.length > 0) throw new Error(`nothing is durable with ${off.join(' and ')} off`)
  const cores = cpus()
  const memory = (totalmem() / 1024 ** 3).toFixed(0)
  return [
    `${cores.length} × ${cores[0]?.model.trim() ?? '?'}, ${memory} GiB, Node ${process.versions.node}, ${process.platform}`,
    `Postgres ${settings.map(({ name, setting }) => `${name} ${setting}`).join(', ')}`,
    'everything on this machine: API, worker, Postgres, Temporal, and this driver, in a process of its own but on no core of its own',
  ]
}
