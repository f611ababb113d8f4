import { execFile, execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import t, { type Test } from 'tap'

const run = promisify(execFile)

/** A project with one dependency that needs no registry, whose `npm run migrate` uses it. */
const TEMPLATE = t.testdir({
  tiny: { 'package.json': JSON.stringify({ name: 'tiny', version: '1.0.0' }), 'index.js': '' },
  src: {
    'migrate.ts':
      "import 'tiny'\nconsole.log('ran', ...process.argv.slice(2))\nprocess.exitCode = 7\n",
  },
  'package.json': JSON.stringify({ name: 'project', version: '1.0.0' }),
})
cpSync('src/bootstrap.mjs', join(TEMPLATE, 'src', 'bootstrap.mjs'))
for (const args of [
  ['pack', './tiny', '--silent'],
  ['install', '--package-lock-only', '--silent', './tiny-1.0.0.tgz'],
]) {
  execFileSync('npm', args, { cwd: TEMPLATE, stdio: 'pipe' })
}

function project(t: Test): string {
  const root = t.testdir({})
  cpSync(TEMPLATE, root, { recursive: true })
  return root
}

type Ended = { code: number; stdout: string; stderr: string }

async function bootstrap(root: string, ...args: string[]): Promise<Ended> {
  try {
    return {
      code: 0,
      ...(await run(process.execPath, ['src/bootstrap.mjs', ...args], { cwd: root })),
    }
  } catch (error) {
    return error as Ended
  }
}

const INSTALLS = /安装依赖/

t.test('it installs what is missing, and only then', async (t) => {
  const root = project(t)
  const first = await bootstrap(root, 'migrate', 'up', 'a b')
  t.match(first, { code: 7, stderr: INSTALLS }, 'nothing there: installed, then run')
  t.match(first.stdout, /^ran up a b$/m, 'arguments and exit code pass through')
  const second = await bootstrap(root, 'migrate')
  t.match(second, { code: 7, stdout: 'ran' })
  t.notMatch(second.stderr, INSTALLS, 'all there: run at once')

  rmSync(join(root, 'node_modules', 'tiny'), { recursive: true })
  t.match(await bootstrap(root, 'migrate'), { code: 7, stderr: INSTALLS }, 'a package is gone')
  rmSync(join(root, 'node_modules', '.package-lock.json'))
  t.match(await bootstrap(root, 'migrate'), { code: 7, stderr: INSTALLS }, 'half an install')
  const lock = join(root, 'node_modules', '.package-lock.json')
  writeFileSync(
    lock,
    readFileSync(lock, 'utf8').replaceAll('"version": "1.0.0"', '"version": "0.9.0"'),
  )
  t.match(await bootstrap(root, 'migrate'), { code: 7, stderr: INSTALLS }, 'another version')
})

t.test('an install that fails is one sentence with the remedy', async (t) => {
  const root = project(t)
  // npm would find it in its own store: it is asked for another content under that name.
  rmSync(join(root, 'tiny-1.0.0.tgz'))
  const lock = join(root, 'package-lock.json')
  const other = `sha512-${createHash('sha512').update(root).digest('base64')}`
  writeFileSync(lock, readFileSync(lock, 'utf8').replace(/sha512-[^"]+/, other))
  const { code, stderr } = await bootstrap(root, 'migrate')
  t.equal(code, 1)
  t.match(stderr, '依赖没有装上')
  t.match(stderr, '检查网络')
  const said = stderr.split('\n').filter((line) => line !== '' && !line.startsWith('  …'))
  t.equal(said.length, 1, 'apart from the progress')
  t.ok(existsSync(join(root, '.data', 'install.log')), 'the whole story is in the log')
})

t.test('an unknown command and a missing lock file are refused', async (t) => {
  const root = project(t)
  t.match(await bootstrap(root, 'fly'), { code: 1, stderr: '没有命令 fly' })
  t.match(await bootstrap(root), { code: 1, stderr: '可用的有 start' })
  t.match(await bootstrap(root, 'demo'), { code: 1, stderr: 'src/demo.ts 不见了' })
  rmSync(join(root, 'package-lock.json'))
  t.match(await bootstrap(root, 'migrate'), { code: 1, stderr: 'package-lock.json 不见了' })
})

t.test('a signal that reaches npm alone stops what it runs', async (t) => {
  const root = project(t)
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
  const file = join(root, 'package.json')
  const { dependencies } = JSON.parse(readFileSync(file, 'utf8'))
  writeFileSync(file, JSON.stringify({ name: 'project', scripts, dependencies }))
  writeFileSync(
    join(root, 'src', 'migrate.ts'),
    `process.on('SIGINT', () => process.exit(0))
    setInterval(() => {}, 1_000)
    console.log('ready', process.pid)\n`,
  )
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGKILL'] as const) {
    const npm = spawn('npm', ['run', 'migrate'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const pid = await readyPid(npm.stdout)
    npm.kill(signal)
    await once(npm, 'exit')
    t.ok(await isGone(pid), signal)
  }
})

/** The process id the program prints once it listens for signals. */
async function readyPid(stdout: NodeJS.ReadableStream): Promise<number> {
  let text = ''
  for await (const chunk of stdout) {
    text += String(chunk)
    const ready = /ready (\d+)/.exec(text)
    if (ready) return Number(ready[1])
  }
  throw new Error(`it ended early: ${text}`)
}

/** Whether a process ends within five seconds. */
async function isGone(pid: number): Promise<boolean> {
  for (const end = Date.now() + 5_000; Date.now() < end; await sleep(50)) {
    try {
      process.kill(pid, 0)
    } catch {
      return true
    }
  }
  return false
}
