import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import t, { type Test } from 'tap'
import { programOf } from '../../src/local/node-process.js'

// A whole system on a busy machine: the usual two minutes for a file may not do.
t.setTimeout(600_000)

type Ended = { code: number | null; stdout: string; stderr: string }

/** Runs the demo as its reader does; `watch` sees what it has said so far, and its process. */
async function demo(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  watch: (stdout: string, pid: number) => void = () => undefined,
): Promise<Ended> {
  const given = { ...process.env, NODE_OPTIONS: '', ...env }
  const child = spawn(process.execPath, [...programOf('src/demo.ts'), ...args], { env: given })
  let [stdout, stderr] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
    watch(stdout, child.pid ?? 0)
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const code = await new Promise<number | null>((ended) => child.once('close', ended))
  return { code, stdout, stderr }
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

// The whole example is played by `story.test.ts`; here it is the command that counts, and what it ends with when something
// disagrees: the only thing that does is put there by hand.
t.test('npm run demo -- --ledger FILE --json', { timeout: 600_000 }, async (t) => {
  // What the machine's own office is set to has no say in a rehearsal.
  const env = {
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing',
    TEMPORAL_ADDRESS: '127.0.0.1:1',
    JWT_ISSUERS: '[{"issuer":"https://login.example.org","audience":"x","jwks_file":"none.json"}]',
    HOST: '192.0.2.1',
  }
  const { code, stdout, stderr } = await demo(['--ledger', ledgerFile(t), '--json'], env, stray)
  t.equal(code, 1, stderr || 'a mail nobody sent lies in the folder')
  const lines = stdout.trimEnd().split('\n')
  const figures: unknown = JSON.parse(lines.pop() ?? '')
  t.match(figures, { findings: 4, dispatched: 3, workflows_checked: 3, mismatches: 1 })
  t.match(stdout, '一页纸')
  t.match(stdout, '不一致1处')
  t.match(stdout, '演练│      邮件：邮件夹中多出 stray')
  t.same(
    lines.filter((line) => !line.startsWith('演练│')),
    [],
    'every other line is marked',
  )
})

/** Puts a mail into the folder of the demo once its own are there. */
function stray(stdout: string, pid: number): void {
  const mails = resolve('.data', `demo-${pid}`, 'mail')
  if (stdout.includes('分送：一家一封') && existsSync(mails)) {
    writeFileSync(join(mails, 'stray.eml'), 'Subject: 【演练】\r\n\r\n')
  }
}

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
