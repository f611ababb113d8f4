import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import t, { type Test } from 'tap'
import { PERSON_ROLES } from '../../src/domain/vocabulary.js'
import { freePort, poll } from '../../src/local/ports.js'
import { removeCluster } from '../../src/local/postgres-reach.js'
import { isAlive } from '../../src/local/processes.js'
import { pathWithCurl } from './path-with-curl.js'
import { type Started, startIn } from './started.js'

// A whole system on a busy machine: the usual two minutes for a file may not do.
t.setTimeout(600_000)

const run = promisify(execFile)
/** Ten seconds on a quiet machine; here other tests run at the same time. */
const WARM_SECONDS = 90

/** The commands of the README's first tour, as a reader copies them. */
function tour(): string {
  const [, block] = /```sh tour\n([\s\S]*?)```/.exec(readFileSync('README.md', 'utf8')) ?? []
  if (!block) throw new Error('README.md has no tour')
  return block
}

t.test('npm start, the tour of the README, Ctrl-C, and again', { timeout: 600_000 }, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'zhenggai-tour-'))
  t.teardown(async () => {
    await removeCluster(join(folder, 'postgres'))
    rmSync(folder, { recursive: true, force: true })
  })
  const port = await freePort()
  const shell = async (script: string) => {
    const env = { ...process.env, PATH: pathWithCurl(t) }
    const { stdout } = await run('bash', ['-euo', 'pipefail', '-c', script], { env })
    t.notMatch(stdout, '/v1/problems/', 'nothing was refused')
    return stdout
  }

  await t.test('a cold start, the tour, Ctrl-C', async (t) => {
    const started = await startIn(t, folder, port)
    t.comment(`cold start: ${started.seconds.toFixed(1)} s`)
    t.match(started.said, `http://127.0.0.1:${port}/docs`)
    t.ok(started.children.length >= 4, 'Postgres, Temporal, the API and the worker run')
    for (const role of PERSON_ROLES) {
      const token = readFileSync(join(folder, 'tokens', role), 'utf8')
      t.ok(started.said.includes(` ${role}\n  ${token}\n`), `a token for ${role}`)
    }
    const stdout = await shell(
      tour()
        .replaceAll('http://127.0.0.1:8080', `http://127.0.0.1:${port}`)
        .replaceAll('.data/tokens', join(folder, 'tokens')),
    )
    t.match(stdout, /"state":"notified"/, 'what the unit was given')
    t.match(stdout, /"state":"rectifying"/, 'signed for')
    t.match(stdout, /"words":"2025年9月30日前"/, 'why it is due then')
    t.match(stdout, /"label":"红色督办单"/, 'what comes after')
    t.match(stdout, /"state":"responded"/, 'answered')
    t.match(stdout, /"kind":"advance_rehearsal"/, 'the clock moves')
    // The clock moves once at a time: the commands printed next would be asked to wait.
    const [, job = ''] = /.*"id":"([^"]+)","kind":"advance_rehearsal"/s.exec(stdout) ?? []
    const token = readFileSync(join(folder, 'tokens', 'admin'), 'utf8')
    const moved = await poll(
      () => isDone(`http://127.0.0.1:${port}/v1/operations/${job}`, token),
      60_000,
    )
    t.ok(moved, 'and has moved')
    await stopped(t, started)
  })

  await t.test('a warm start finds everything again, and says when a server dies', async (t) => {
    const started = await startIn(t, folder, port)
    t.comment(`warm start: ${started.seconds.toFixed(1)} s`)
    t.ok(started.seconds < WARM_SECONDS, `${started.seconds} s`)
    const commands = [...started.said.matchAll(/^ {5}(curl .*)$/gm)].map(([, line = '']) => line)
    t.equal(commands.length, 3, 'three commands to try')
    const stdout = await shell(commands.join('\n'))
    t.match(stdout, /"state":"responded"/, 'the answer of the tour is still there')
    t.match(stdout, /"kind":"advance_rehearsal"/)

    const postgres = started.children.find(({ command }) => /bin\/postgres -D /.test(command))
    t.ok(postgres, 'Postgres is among the children')
    if (postgres) process.kill(postgres.pid, 'SIGKILL')
    const { code, errors } = await started.ended
    t.equal(code, 1)
    t.match(errors, /✗ Postgres 意外退出.*再运行一次 npm start/)
  })

  await t.test('after that, with issuers and figures of its own', async (t) => {
    const keys = join(folder, 'keys.json')
    writeFileSync(keys, '{"keys":[]}')
    const issuers = [{ issuer: 'https://login.example.org', audience: 'x', jwks_file: keys }]
    const admin = await freePort()
    const more = { JWT_ISSUERS: JSON.stringify(issuers), ADMIN_PORT: String(admin) }
    const started = await startIn(t, folder, port, more)
    t.equal((await fetch(`http://127.0.0.1:${admin}/metrics`)).status, 200)
    t.match(started.said, '配置了 JWT_ISSUERS：令牌由签发方发给，不载入示例办公室')
    t.notMatch(started.said, '各角色的访问令牌')
    await stopped(t, started)
  })
})

async function isDone(job: string, token: string): Promise<true | undefined> {
  const answer = await fetch(job, { headers: { authorization: `Bearer ${token}` } })
  return (await answer.text()).includes('"status":"done"') ? true : undefined
}

/** Ctrl-C ends everything within ten seconds. */
async function stopped(t: Test, { process, ended, children }: Started): Promise<void> {
  const asked = performance.now()
  process.kill('SIGINT')
  const { code } = await ended
  const ms = performance.now() - asked
  t.equal(code, 0)
  t.ok(ms < 10_000, `everything stopped in ${ms} ms`)
  const left = children.filter(({ pid }) => isAlive(pid))
  t.strictSame(left, [], 'no process is left behind')
}
