import { migrateToLatest } from '../db/migrations.js'
import { withEmbeddedPostgres } from '../local/postgres-borrowed.js'
import { DATABASE, ownedDatabase } from '../local/postgres-database.js'
import type { Say } from '../local/progress.js'
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
  return withEmbeddedPostgres({ folder, env, mark: 'office.ts', say }, async (urlOf, started) => {
    const owner = await ownedDatabase(urlOf, DATABASE)
    if (started) await migrateToLatest(owner)
    return work(owner)
  })
}
