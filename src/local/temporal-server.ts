import { execFile } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Child, Children } from './children.js'
import { tail } from './logs.js'
import { freePort, poll } from './ports.js'
import type { TemporalProgram } from './temporal-binary.js'
import { noteAddress } from './temporal-running.js'
import { TroubleError } from './trouble.js'

const run = promisify(execFile)

export type TemporalOptions = {
  /** Where database and log live. */
  readonly folder: string
  readonly namespace: string
  readonly env: NodeJS.ProcessEnv
  /** The web page for looking at workflows. */
  readonly ui: boolean
  /** Lets a start request ask for skipped time: only for tests. */
  readonly timeSkipping: boolean
  /** Where it listens on loopback; a free port unless told. */
  readonly port?: number
  /** How far it lets others go first; the usual unless told. */
  readonly niceness?: number
}

/** A running dev server. */
export type Temporal = {
  readonly address: string
  readonly ui: string | null
  readonly child: Child
}

const READY_MS = 30_000

/** What operators may search workflows by; the dev server learns them when its database is new. */
const SEARCH_ATTRIBUTES = ['OfficeId', 'NoticeId', 'UnitId', 'FindingKind']

/**
 * Starts the dev server on loopback with its database in a file. A server of another
 * version gets another file: the file is not migrated, and the syncer tells a new one everything.
 * Throws TroubleError when it does not come up.
 */
export async function startTemporal(
  children: Children,
  program: TemporalProgram,
  options: TemporalOptions,
): Promise<Temporal> {
  mkdirSync(options.folder, { recursive: true })
  const file = join(options.folder, `temporal-${program.version}.db`)
  const [port, uiPort] = [options.port ?? (await freePort()), options.ui ? await freePort() : null]
  const address = `127.0.0.1:${port}`
  const child = children.start({
    name: 'Temporal',
    command: program.path,
    args: argsOf(options, file, port, uiPort),
    cwd: options.folder,
    env: options.env,
    log: join(options.folder, 'temporal.log'),
    stopWith: 'SIGTERM',
    stopSeconds: 4,
    stopLast: true,
    niceness: options.niceness ?? 0,
  })
  if (!(await ready(program, child, address))) {
    await child.stop()
    throw new TroubleError(
      `Temporal 服务器没有启动起来：看日志 ${child.log}（${tail(child.log, 1)}），处理后重试；` +
        `数据库文件坏了就删除 ${file}，会自动重建。(Temporal did not start)`,
    )
  }
  noteAddress(options.folder, address)
  const ui = uiPort === null ? null : `http://127.0.0.1:${uiPort}`
  return { address, ui, child }
}

function argsOf(
  { namespace, timeSkipping }: TemporalOptions,
  file: string,
  port: number,
  uiPort: number | null,
): string[] {
  const dynamic = [
    // With the default of four partitions a share of the tasks waits two seconds.
    'matching.numTaskqueueReadPartitions=1',
    'matching.numTaskqueueWritePartitions=1',
    // What is due at one instant is read little by little: nobody waits for it, and all else shares the machine.
    'history.timerTaskBatchSize=20',
    ...(timeSkipping ? ['frontend.WorkflowTimeSkippingEnabled=true'] : []),
  ]
  const place = `server start-dev --ip 127.0.0.1 --port ${port}`.split(' ')
  const store = ['--db-filename', file, '--namespace', namespace, '--log-level', 'warn']
  const pragmas = ['journal_mode=wal', 'synchronous=normal']
  return [
    ...place,
    ...(uiPort === null ? ['--headless'] : ['--ui-port', String(uiPort)]),
    ...store,
    ...pragmas.flatMap((pragma) => ['--sqlite-pragma', pragma]),
    ...dynamic.flatMap((value) => ['--dynamic-config-value', value]),
    ...SEARCH_ATTRIBUTES.flatMap((name) => ['--search-attribute', `${name}=Keyword`]),
  ]
}

async function ready(program: TemporalProgram, child: Child, address: string): Promise<boolean> {
  const answer = await poll(async () => {
    if (!child.running()) return false
    return (await healthy(program, address)) ? true : undefined
  }, READY_MS)
  return answer ?? false
}

async function healthy(program: TemporalProgram, address: string): Promise<boolean> {
  try {
    const args = ['operator', 'cluster', 'health', '--address', address]
    await run(program.path, args, { timeout: 5_000 })
    return true
  } catch {
    return false
  }
}
