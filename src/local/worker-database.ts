import { join } from 'node:path'
import { loginInRole } from './postgres-database.js'
import { runningPostgres } from './postgres-running.js'
import { TroubleError } from './trouble.js'

/** What the configuration says of it. */
interface Place {
  secrets: { workerDatabaseUrl: string | null }
  dataFolder: string
}

/**
 * The worker's way in for a command beside the system: the one configured, else into the embedded Postgres that
 * `npm start` runs. TroubleError naming the command when there is neither.
 */
export async function workerDatabase(
  { secrets, dataFolder }: Place,
  command: string,
): Promise<string> {
  if (secrets.workerDatabaseUrl !== null) return secrets.workerDatabaseUrl
  const running = runningPostgres(join(dataFolder, 'postgres'))
  if (running) return loginInRole(running, 'zhenggai', 'zhenggai_worker')
  throw new TroubleError(
    `没有正在运行的内置 Postgres：先运行 npm start，再运行 npm run ${command}。(not running)`,
  )
}
