import { join } from 'node:path'
import { type Config, environmentWith, readConfig } from './config.js'
import { type Child, type Children, ownChildren } from './local/children.js'
import { stopLeftovers } from './local/ledger.js'
import { runMain } from './local/main.js'
import { nodeProcess } from './local/node-process.js'
import { ownFolder } from './local/ownership.js'
import { portProblem } from './local/ports.js'
import { step } from './local/progress.js'
import { keptSecret } from './local/secret.js'
import { type TemporalServer, useDatabase, useTemporal } from './local/servers.js'
import { aborted, stopSignal } from './local/stop-signal.js'
import { TroubleError } from './local/trouble.js'
import { answers, anyEnd, endsWell } from './local/watch.js'

/** Everything on one machine: Postgres, Temporal, the API and the worker, until told to stop. */
const READY_MS = 30_000
const say = (line: string) => console.log(line)

type System = {
  readonly owner: string
  readonly api: string
  readonly temporal: TemporalServer
  /** All whose end is the end of the whole. */
  readonly services: readonly (Child | null)[]
}

await runMain(async () => {
  const config = readConfig()
  const stop = stopSignal()
  const folder = await ownFolder(config.dataFolder, 'local.ts')
  const ledger = join(config.dataFolder, 'children.json')
  await stopLeftovers(ledger)
  const children = ownChildren(ledger)
  const starting = start(config, children, stop)
  // An interrupted start fails by and by, when nobody waits for it any more.
  starting.catch(() => undefined)
  try {
    const system = await Promise.race([starting, aborted(stop)])
    if (system) {
      greet(config, system)
      await Promise.race([aborted(stop), anyEnd(system.services)])
    }
    say('\n正在停止 …')
  } finally {
    folder.leaving()
    await children.stopAll()
    folder.release()
  }
})

async function start(config: Config, children: Children, stop: AbortSignal): Promise<System> {
  const { dataFolder: folder, http, secrets } = config
  const env = environmentWith()
  await requirePort(http)
  const [database, temporal] = await Promise.all([
    useDatabase(children, { url: secrets.databaseUrl, folder, env, say }),
    useTemporal(children, { ...config.temporal, folder, env, say, stop }),
  ])
  const own = (
    name: string,
    file: string,
    more: Record<string, string | null>,
    args: string[] = [],
  ) => {
    const place = { log: join(folder, 'logs', `${name}.log`), stopSeconds: 5 }
    return children.start(nodeProcess(name, file, args, { ...place, env: environmentWith(more) }))
  }
  const migrate = () =>
    endsWell(own('migrate', 'src/migrate.ts', { DATABASE_URL: database.url }, ['up']))
  await step('更新数据库结构', migrate, say)

  const shared = {
    // The owner's way in stays here: each process gets its own.
    DATABASE_URL: null,
    DATA_DIR: folder,
    TEMPORAL_ADDRESS: temporal.address,
    CURSOR_SECRET: secrets.cursorSecret ?? keptSecret(join(folder, 'cursor-secret')),
  }
  const api = own('api', 'src/server.ts', {
    ...shared,
    API_DATABASE_URL: secrets.apiDatabaseUrl ?? (await database.urlFor('zhenggai_api')),
  })
  const worker = own('worker', 'src/worker.ts', {
    ...shared,
    WORKER_DATABASE_URL: secrets.workerDatabaseUrl ?? (await database.urlFor('zhenggai_worker')),
  })
  const address = `http://${http.host}:${http.port}`
  await step('启动接口服务', () => answers(api, `${address}/readyz`, READY_MS), say)
  return {
    owner: database.url,
    api: address,
    temporal,
    services: [database.child, temporal.child, api, worker],
  }
}

async function requirePort({ host, port }: Config['http']): Promise<void> {
  const problem = await portProblem(port, host)
  if (problem === null) return
  throw new TroubleError(
    `端口 ${host}:${port} 不能用（${problem}）：停掉占用它的程序，` +
      `或换一个端口，例如 PORT=${port + 1} npm start。(port in use)`,
  )
}

function greet(config: Config, { api, temporal }: System): void {
  say('')
  say(`  接口       ${api}`)
  say(`  接口文档   ${api}/docs`)
  if (temporal.ui) say(`  Temporal   ${temporal.ui}`)
  say(`  数据       ${config.dataFolder}`)
  say('')
  say('  按 Ctrl-C 停止')
}
