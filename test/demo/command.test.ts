import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import t, { type Test } from 'tap'
import { testDatabase } from '../helpers/database.js'
import { fromRun } from '../helpers/environment.js'

// A whole system on a busy machine: the usual two minutes for a file may not do.
t.setTimeout(600_000)

const run = promisify(execFile)
const program = ['--import', 'tsx', 'src/demo.ts']

/** Runs the demo with these arguments; an exit code other than 0 is told, not thrown. */
async function demo(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const given = { ...process.env, NODE_OPTIONS: '', ...env }
  try {
    const { stdout, stderr } = await run(process.execPath, [...program, ...args], { env: given })
    return { code: 0, stdout, stderr }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { code, stdout, stderr }
  }
}

/** A ledger of three lines for two units and one for nobody in particular. */
function ledgerFile(t: Test): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhenggai-ledger-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'ledger.json')
  const all = JSON.parse(readFileSync('example/ledger.json', 'utf8')) as {
    findings: { n: number }[]
  }
  const findings = all.findings.filter(({ n }) => [10, 11, 7, 34].includes(n))
  const numbered = findings.map((finding, index) => ({ ...finding, n: index + 1 }))
  writeFileSync(file, JSON.stringify({ ...all, findings: numbered }))
  return file
}

t.test('npm run demo -- --ledger FILE --json', { timeout: 600_000 }, async (t) => {
  const urls = await testDatabase(t)
  const env = { DATABASE_URL: urls.owner, TEMPORAL_ADDRESS: fromRun('TEST_TEMPORAL_ADDRESS') }
  const { code, stdout, stderr } = await demo(['--ledger', ledgerFile(t), '--json'], env)
  t.equal(code, 0, stderr)
  const lines = stdout.trimEnd().split('\n')
  const figures: unknown = JSON.parse(lines.pop() ?? '')
  t.match(figures, { findings: 4, dispatched: 3, workflows_checked: 3, mismatches: 0 })
  t.same(
    lines.filter((line) => !line.startsWith('演练│')),
    [],
    'every other line is marked',
  )
})

t.test('what cannot be played is said in one sentence', async (t) => {
  const missing = await demo(['--ledger', 'no/such/ledger.json'])
  t.equal(missing.code, 1)
  t.match(missing.stderr, /✗ 台账 .*ledger\.json 读不出来/)
  t.equal(missing.stdout, '')
  const unknown = await demo(['--legder', 'x'])
  t.equal(unknown.code, 1)
  t.match(unknown.stderr, '✗ 用法：npm run demo')
  const wrong = await demo(['--ledger', 'package.json'])
  t.match(wrong.stderr, /✗ 台账 .*package\.json 读不出来/)
})
