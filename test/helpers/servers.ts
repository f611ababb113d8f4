import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Children } from '../../src/local/children.js'
import { nodeProcess } from '../../src/local/node-process.js'
import { startPostgres } from '../../src/local/postgres.js'
import { ownedDatabase } from '../../src/local/postgres-database.js'
import { step } from '../../src/local/progress.js'
import { runFolder } from '../../src/local/run-folder.js'
import { findTemporal } from '../../src/local/temporal-binary.js'
import { startTemporal } from '../../src/local/temporal-server.js'
import { endsWell } from '../../src/local/watch.js'

/** The servers of one run, as the environment variables under which the tests find them. */
export type TestServers = {
  /** The owner's way to the migrated database that every test file clones. */
  readonly TEST_DATABASE_URL: string
  readonly TEST_TEMPORAL_ADDRESS: string
  /** The workflow bundle, built once; empty as long as there are no workflows. */
  readonly TEST_WORKFLOW_BUNDLE: string
}

const TEMPLATE = 'zhenggai_template'
const say = (line: string) => console.log(line)

/** A folder for this run; what runs that were killed left behind is removed. */
export function testFolder(): Promise<string> {
  return runFolder(resolve('.data/test'))
}

/** Starts a real Postgres and a real Temporal in a folder of their own, and prepares both. */
export async function startTestServers(
  children: Children,
  folder: string,
  signal: AbortSignal,
): Promise<TestServers> {
  const [database, temporal, bundle] = await Promise.all([
    step('启动并迁移测试用 Postgres', () => template(children, folder), say),
    temporalIn(children, folder, signal),
    step('打包工作流', () => bundleIn(children, folder), say),
  ])
  return {
    TEST_DATABASE_URL: database,
    TEST_TEMPORAL_ADDRESS: temporal,
    TEST_WORKFLOW_BUNDLE: bundle,
  }
}

async function template(children: Children, folder: string): Promise<string> {
  const env = process.env
  // A power cut may lose what tests write: nothing waits for the disk.
  const place = { folder: join(folder, 'postgres'), env, durable: false }
  const server = await startPostgres(children, place)
  const url = await ownedDatabase(server.urlOf, TEMPLATE)
  if (existsSync('src/migrate.ts')) {
    await own(children, folder, 'migrate', ['up'], { DATABASE_URL: url })
  }
  return url
}

async function temporalIn(children: Children, folder: string, signal: AbortSignal) {
  const env = process.env
  const cli = env.TEMPORAL_CLI ?? null
  const program = await findTemporal({ cli, cache: resolve('.data/cache'), env, signal, say })
  const place = { folder: join(folder, 'temporal'), namespace: 'default', env }
  const start = () => startTemporal(children, program, { ...place, ui: false, timeSkipping: true })
  return (await step('启动测试用 Temporal', start, say)).address
}

async function bundleIn(children: Children, folder: string): Promise<string> {
  if (!existsSync('src/bundle.ts')) return ''
  const file = join(folder, 'workflows.js')
  await own(children, folder, 'bundle', [file], {})
  return file
}

/** Runs one of the project's own processes to its end. */
function own(
  children: Children,
  folder: string,
  name: string,
  args: readonly string[],
  more: Record<string, string>,
): Promise<void> {
  const place = { log: join(folder, `${name}.log`), stopSeconds: 5 }
  const env = { ...process.env, ...more }
  return endsWell(children.start(nodeProcess(name, `src/${name}.ts`, args, { ...place, env })))
}
