import { join } from 'node:path'
import { migrateToLatest } from '../db/migrations.js'
import { ownChildren } from '../local/children.js'
import { ownFolder } from '../local/ownership.js'
import { startPostgres } from '../local/postgres.js'
import { DATABASE, ownedDatabase } from '../local/postgres-database.js'
import { runningPostgres } from '../local/postgres-running.js'
import { type Say, step } from '../local/progress.js'
import { ledgerOf } from '../local/run-folder.js'
import { requireDatabase } from '../local/servers.js'

/** Where the project's database may be. */
export interface DatabasePlace {
  /** DATABASE_URL, if one is set. */
  url: string | null
  /** The data folder of `npm start`. */
  folder: string
  env: NodeJS.ProcessEnv
  say: Say
}

/**
 * Works on the database as its owner: the one given, else the embedded one, whether `npm start` runs it just now or it
 * has to be started for as long as the work takes. Throws TroubleError with the remedy when none can be used.
 */
export async function withOwnerDatabase<T>(
  { url, folder, env, say }: DatabasePlace,
  work: (url: string) => Promise<T>,
): Promise<T> {
  if (url !== null) {
    await requireDatabase(url, say)
    return work(url)
  }
  const wanted = join(folder, 'postgres')
  const running = runningPostgres(wanted)
  if (running) return work(await ownedDatabase(running, DATABASE))
  const owned = await step('等上一个进程退出', () => ownFolder(folder, 'office.ts'), say)
  const children = ownChildren(ledgerOf(folder))
  const start = async () => {
    const server = await startPostgres(children, { folder: wanted, env, durable: true })
    const owner = await ownedDatabase(server.urlOf, DATABASE)
    await migrateToLatest(owner)
    return owner
  }
  try {
    return await work(await step('启动内置 Postgres', start, say))
  } finally {
    await children.stopAll()
    owned.release()
  }
}
