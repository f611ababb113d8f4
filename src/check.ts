import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { environmentWith } from './config.js'
import { ownChildren } from './local/children.js'
import { runMain } from './local/main.js'
import { startPostgres } from './local/postgres.js'
import { DATABASE, ownedDatabase } from './local/postgres-database.js'
import { ledgerOf, removeRun } from './local/run-folder.js'

/** `npm run check`: everything that is not a test. One line per step; a failing one shows its output. */
type Outcome = { readonly ok: boolean; readonly output: string }
type Step = readonly [name: string, check: () => Promise<Outcome>]

const FOLDERS = ['src', 'workflows', 'migrations', 'test', 'bench'].filter((one) => existsSync(one))

/** Add a check here and nowhere else. */
const STEPS: readonly Step[] = [
  ['类型 tsc', () => tool('tsc', '--noEmit')],
  ['分层 dependency-cruiser', () => tool('depcruise', ...FOLDERS)],
  ['格式 biome', () => tool('biome', 'check', '--error-on-warnings', '.')],
  ['规则 oxlint', () => tool('oxlint', '--type-aware', '--deny-warnings', ...FOLDERS)],
  ['接口文档 openapi', () => own(['src/generate.ts', '--check'], {})],
  ['数据库类型 kysely-codegen', verifyDatabaseTypes],
]

/** Some steps use one core only: beside them another goes on. */
const AT_ONCE = 2

await runMain(async () => {
  let failures = 0
  const left = [...STEPS]
  const lane = async () => {
    for (let step = left.shift(); step; step = left.shift()) {
      if (!(await passes(step))) failures += 1
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  // It needs a registry that answers audits, which a closed network has not.
  console.log('– 联网审计 npm audit 此处不运行：发布前在联网的机器上运行，见 README')
  console.log(failures === 0 ? '全部通过' : `${failures} 项未通过`)
  return failures === 0 ? 0 : 1
})

/** Takes a step and says how it went; whether it went well. */
async function passes([name, check]: Step): Promise<boolean> {
  const started = performance.now()
  const { ok, output } = await check()
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${ok ? '✓' : '✗'} ${name} ${seconds} s`)
  if (!ok) console.log(output.trimEnd())
  return ok
}

/** One of the installed tools. */
function tool(name: string, ...args: string[]): Promise<Outcome> {
  return run(resolve('node_modules/.bin', name), args, {})
}

/** One of the project's own processes. */
function own(args: readonly string[], more: Record<string, string>): Promise<Outcome> {
  return run(process.execPath, ['--import', 'tsx', ...args], more)
}

function run(
  command: string,
  args: readonly string[],
  more: Record<string, string>,
): Promise<Outcome> {
  return new Promise((done) => {
    const child = spawn(command, args, {
      env: environmentWith(more),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const collect = (chunk: Buffer) => {
      output += chunk.toString()
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.once('error', (error) => done({ ok: false, output: error.message }))
    child.once('close', (code) => done({ ok: code === 0, output }))
  })
}

/** The types against a database migrated just now, on a server that lives as long as this step. */
async function verifyDatabaseTypes(): Promise<Outcome> {
  const folder = resolve('.data', 'check', String(process.pid))
  const children = ownChildren(ledgerOf(folder))
  try {
    const place = { folder: join(folder, 'postgres'), env: environmentWith(), durable: false }
    const { urlOf } = await startPostgres(children, place)
    const url = await ownedDatabase(urlOf, DATABASE)
    return await own(['src/db-types.ts', '--verify'], { DATABASE_URL: url })
  } finally {
    await children.stopAll()
    await removeRun(folder)
  }
}
