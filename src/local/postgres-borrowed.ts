import { join } from 'node:path'
import { ownChildren } from './children.js'
import { ownFolder } from './ownership.js'
import { startPostgres } from './postgres.js'
import type { UrlOf } from './postgres-database.js'
import { runningPostgres } from './postgres-running.js'
import { type Say, step } from './progress.js'
import { ledgerOf } from './run-folder.js'

/** Whose embedded Postgres it is, and a piece of the command line of the process that asks. */
export type Borrower = {
  readonly folder: string
  readonly env: NodeJS.ProcessEnv
  readonly mark: string
  readonly say: Say
}

/**
 * Works with the embedded Postgres of a data folder: the one `npm start` runs just now, else one started for as long
 * as the work takes. `started` tells which. Throws TroubleError with the remedy when it cannot be used.
 */
export async function withEmbeddedPostgres<T>(
  { folder, env, mark, say }: Borrower,
  work: (urlOf: UrlOf, started: boolean) => Promise<T>,
): Promise<T> {
  const wanted = join(folder, 'postgres')
  const running = runningPostgres(wanted)
  if (running) return work(running, false)
  const owned = await step('等上一个进程退出', () => ownFolder(folder, mark), say)
  const children = ownChildren(ledgerOf(folder))
  try {
    const start = () => startPostgres(children, { folder: wanted, env, durable: true })
    const server = await step('启动内置 Postgres', start, say)
    return await work(server.urlOf, true)
  } finally {
    await children.stopAll()
    owned.release()
  }
}
