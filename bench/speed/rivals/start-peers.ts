import { openDoor } from '../drive/door.js'
import { WORKFLOW } from '../textbook/messages.js'
import { connect, smallPool } from '../world/postgres.js'
import { startServer } from '../world/server.js'
import type { BenchSystem } from '../world/system.js'
import { peer } from './peer.js'
import { CREATE } from './peer-table.js'
import type { Rival } from './rival.js'

/** A peer that runs, and how it is stopped: what is not measured must not use the machine. */
export interface RunningPeer {
  rival: Rival
  close(): Promise<void>
}

/** DBOS on the same Postgres server, in databases of its own. */
export async function startDbos(system: BenchSystem, callers: number): Promise<RunningPeer> {
  const application = await databaseOf(system, 'bench_dbos')
  const inner = await databaseOf(system, 'bench_dbos_system')
  const { address, child } = await startServer(system, 'bench/speed/dbos/server.ts', {
    BENCH_DATABASE_URL: application,
    BENCH_SYSTEM_URL: inner,
  })
  const [door, database, status] = [
    openDoor(address, callers),
    smallPool(application),
    smallPool(inner),
  ]
  const running = async () => {
    const text = `select count(*)::integer from dbos.workflow_status where status in ('PENDING', 'ENQUEUED')`
    return (await status.query<{ count: number }>(text)).rows[0]?.count ?? 0
  }
  return {
    rival: peer('DBOS', door, database, running),
    close: async () => {
      await door.close()
      await child.stop()
      await Promise.all([database.end(), status.end()])
    },
  }
}

/** The textbook version on the same Temporal server and the same Postgres server. */
export async function startTextbook(system: BenchSystem, callers: number): Promise<RunningPeer> {
  const url = await databaseOf(system, 'bench_textbook')
  const database = smallPool(url)
  await database.query(CREATE)
  const environment = {
    BENCH_DATABASE_URL: url,
    BENCH_TEMPORAL: system.temporalAddress,
    BENCH_NAMESPACE: system.namespace,
  }
  const { child: worker } = await startServer(system, 'bench/speed/textbook/worker.ts', environment)
  const { address, child } = await startServer(
    system,
    'bench/speed/textbook/server.ts',
    environment,
  )
  const door = openDoor(address, callers)
  const query = `ExecutionStatus = 'Running' and WorkflowType = '${WORKFLOW}'`
  const running = async () =>
    (await system.temporal.call(({ workflow }) => workflow.count(query))).count
  return {
    rival: peer('textbook', door, database, running),
    close: async () => {
      await door.close()
      await Promise.all([child.stop(), worker.stop()])
      await database.end()
    },
  }
}

/** A database of that name beside ours; the owner may make some. */
async function databaseOf({ owner }: BenchSystem, name: string): Promise<string> {
  const client = await connect(owner)
  try {
    await client.query(`create database ${name}`)
  } finally {
    await client.end()
  }
  const url = new URL(owner)
  url.pathname = name
  return url.href
}
