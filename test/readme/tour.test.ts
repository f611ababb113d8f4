import { execFile, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import t from 'tap'
import { freePort } from '../../src/local/ports.js'
import { isAlive } from '../../src/local/processes.js'
import { pathWithCurl } from './path-with-curl.js'

// A whole system on a busy machine: the usual two minutes for a file may not do.
t.setTimeout(600_000)

const run = promisify(execFile)
/** A cold start installs the Temporal program first. */
const START_MS = 180_000

/** The commands of the README's first tour, as a reader copies them. */
function tour(): string {
  const [, block] = /```sh tour\n([\s\S]*?)```/.exec(readFileSync('README.md', 'utf8')) ?? []
  if (!block) throw new Error('README.md has no tour')
  return block
}

t.test('npm start, the tour of the README, and Ctrl-C', { timeout: 600_000 }, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'zhenggai-tour-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  const port = await freePort()
  const installed = resolve('.data/cache/temporal/bin/temporal')
  const cli = existsSync(installed) ? { TEMPORAL_CLI: installed } : {}
  const start = spawn(process.execPath, ['src/bootstrap.mjs', 'start'], {
    env: { ...environment(), DATA_DIR: folder, PORT: String(port), ...cli },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  t.teardown(() => start.kill('SIGKILL'))
  const said = await until(start.stdout, '按 Ctrl-C 停止')
  t.match(said, `http://127.0.0.1:${port}/docs`)
  const children = childrenOf(folder)
  t.ok(children.length >= 4, 'Postgres, Temporal, the API and the worker run')

  const script = tour()
    .replaceAll('http://127.0.0.1:8080', `http://127.0.0.1:${port}`)
    .replaceAll('.data/tokens', join(folder, 'tokens'))
  const { stdout } = await run('bash', ['-euo', 'pipefail', '-c', script], {
    env: { ...process.env, PATH: pathWithCurl(t) },
  })
  t.match(stdout, /"state":"notified"/, 'what the unit was given')
  t.match(stdout, /"state":"rectifying"/, 'signed for')
  t.match(stdout, /"words":"2025年9月30日前"/, 'why it is due then')
  t.match(stdout, /"label":"红色督办单"/, 'what comes after')
  t.match(stdout, /"kind":"advance_rehearsal"/, 'the clock moves')

  const asked = Date.now()
  const ended = new Promise((done) => start.once('exit', done))
  start.kill('SIGINT')
  await ended
  t.ok(Date.now() - asked < 10_000, `everything stopped in ${Date.now() - asked} ms`)
  t.strictSame(children.filter(isAlive), [], 'no process is left behind')
})

/** The reader's environment, not that of the test run. */
function environment(): NodeJS.ProcessEnv {
  const given = Object.entries(process.env)
  const ours = /^(TAP|TEST_|NODE_OPTIONS|DATABASE_URL|TEMPORAL_|_TAPJS)/
  return Object.fromEntries(given.filter(([name]) => !ours.test(name)))
}

function until(stream: NodeJS.ReadableStream, wanted: string): Promise<string> {
  return new Promise((done, fail) => {
    let text = ''
    const timer = setTimeout(() => fail(new Error(`never said ${wanted}:\n${text}`)), START_MS)
    stream.setEncoding('utf8')
    stream.on('data', (chunk: string) => {
      text += chunk
      if (!text.includes(wanted)) return
      clearTimeout(timer)
      done(text)
    })
  })
}

/** The processes that a start has written down as its own. */
function childrenOf(folder: string): number[] {
  const written: unknown = JSON.parse(readFileSync(join(folder, 'children.json'), 'utf8'))
  return [...JSON.stringify(written).matchAll(/"pid":(\d+)/g)].map(([, pid]) => Number(pid))
}
