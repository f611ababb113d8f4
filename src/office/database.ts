import { join } from 'node:path'
import { migrateToLatest } from '../db/migrations.js'
import { ownChildren } from '../local/children.js'
import { ownFolder } from '../local/ownership.js'
import { problemWith, startPostgres } from '../local/postgres.js'
import { ownedDatabase } from '../local/postgres-database.js'
import { runningPostgres } from '../local/postgres-running.js'
import { TroubleError } from '../local/trouble.js'

/** Where the project's database may be. */
export interface DatabasePlace {
  /** DATABASE_URL, if one is set. */
  url: string | null
  /** The data folder of `npm start`. */
  folder: string
  env: NodeJS.ProcessEnv
}

const NAME = 'zhenggai'

/**
 * Works on the database as its owner: the one given, else the embedded one, whether `npm start` runs it just now or it
 * has to be started for as long as the work takes. Throws TroubleError with the remedy when none can be used.
 */
export async function withOwnerDatabase<T>(
  { url, folder, env }: DatabasePlace,
  work: (url: string) => Promise<T>,
): Promise<T> {
  if (url !== null) {
    const problem = await problemWith(url)
    if (problem === null) return work(url)
    throw new TroubleError(
      `DATABASE_URL 指向的 Postgres（${new URL(url).host}）用不了（${problem}）：启动它或改正地址。(database unreachable)`,
    )
  }
  const wanted = join(folder, 'postgres')
  const running = runningPostgres(wanted)
  if (running) return work(await ownedDatabase(running, NAME))
  const owned = await ownFolder(folder, 'office.ts')
  const children = ownChildren(join(folder, 'children.json'))
  try {
    const server = await startPostgres(children, { folder: wanted, env, durable: true })
    const owner = await ownedDatabase(server.urlOf, NAME)
    await migrateToLatest(owner)
    return await work(owner)
  } finally {
    await children.stopAll()
    owned.release()
  }
}
