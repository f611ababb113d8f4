/**
 * The way in for every npm script, and the one file that runs before anything is installed: it has
 * no dependency. It checks Node, installs what package-lock.json asks for when node_modules does
 * not hold it, then hands over to the process of the command and ends with its exit code.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const OLDEST_NODE = [20, 19]
/** Exit codes of a process that a signal ended, as shells give them. */
const INTERRUPTED = 130
const TERMINATED = 143

const COMMANDS = {
  start: 'src/local.ts',
  demo: 'src/demo.ts',
  'tool-demo': 'test/tool-demo/run.ts',
  office: 'src/office.ts',
  migrate: 'src/migrate.ts',
  generate: 'src/generate.ts',
  check: 'src/check.ts',
  backup: 'src/backup.ts',
  restore: 'src/restore.ts',
  audit: 'src/audit.ts',
  rebuild: 'src/rebuild.ts',
  forecast: 'src/forecast.ts',
  due: 'src/due.ts',
  read: 'src/read.ts',
  'read-score': 'src/read-score.ts',
  bench: 'bench/speed/run.ts',
  chaos: 'bench/chaos.ts',
  mutate: 'bench/mutate.ts',
  test: 'test/helpers/run.ts',
  'test:servers': 'test/helpers/keep-servers.ts',
  security: 'test/security/run.ts',
}

/** Ends with one sentence and code 1. */
function fail(sentence) {
  console.error(`\n✗ ${sentence}`)
  process.exit(1)
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return
  fail(
    `Node ${process.versions.node} 太旧：需要 ${OLDEST_NODE.join('.')} 或更新，请升级 Node 后重试。(Node is too old)`,
  )
}

/** The packages of a lock file by folder, or null when there is none or half of one. */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(join(ROOT, file), 'utf8')).packages
  } catch {
    return null
  }
}

const libc = () => {
  if (process.platform !== 'linux') return null
  process.report.excludeNetwork = true
  return process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl'
}

/** Whether npm installs this package on this machine; what is optional for another reason may lack. */
function isWanted(entry, ourLibc) {
  const suits = (list, ours) => !list || list.includes(ours)
  if (!entry.optional) return true
  if (!entry.os && !entry.cpu) return false
  return (
    suits(entry.os, process.platform) &&
    suits(entry.cpu, process.arch) &&
    suits(entry.libc, ourLibc)
  )
}

/** The first package that is not there as the lock file says, or null when all are. */
function firstMissing() {
  const wanted = packagesOf('package-lock.json')
  if (!wanted) fail('package-lock.json 不见了或不完整：请重新取得项目文件。(no lock file)')
  // npm writes this file last, so half an install does not have it.
  const present = packagesOf('node_modules/.package-lock.json')
  if (!present) return 'node_modules'
  const ourLibc = libc()
  for (const [folder, entry] of Object.entries(wanted)) {
    if (folder === '' || entry.link) continue
    const there = present[folder]
    if (!there && !isWanted(entry, ourLibc)) continue
    const same = there?.version === entry.version && there?.integrity === entry.integrity
    if (!same || !existsSync(join(ROOT, folder, 'package.json'))) return folder
  }
  return null
}

/** Installs exactly the lock file, install scripts off, with a sign of life every ten seconds. */
async function install(reason) {
  console.error(`  … 安装依赖（${reason} 缺失或与 package-lock.json 不符）`)
  const log = join(ROOT, '.data', 'install.log')
  mkdirSync(dirname(log), { recursive: true })
  const file = openSync(log, 'w')
  const started = Date.now()
  const seconds = () => Math.round((Date.now() - started) / 1000)
  const life = setInterval(() => console.error(`  … 安装依赖（已 ${seconds()} 秒）`), 10_000)
  const npm = process.env.npm_execpath
  const byFile = npm?.endsWith('.js') && existsSync(npm)
  const flags = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--include=dev']
  const code = await run(byFile ? process.execPath : 'npm', [...(byFile ? [npm] : []), ...flags], {
    stdio: ['ignore', file, file],
  })
  clearInterval(life)
  if (code === INTERRUPTED || code === TERMINATED) process.exit(code)
  if (code !== 0) {
    fail(
      `依赖没有装上（npm ci 以 ${code} 结束，详见 ${log}）：检查网络和 npm 的源设置后重新运行。(install failed)`,
    )
  }
  console.error(`  ✓ 安装依赖（${seconds()} 秒）`)
}

/**
 * Runs a program to its end; resolves with its exit code. Signals we get are passed on, and it has a
 * channel to us whose closing tells it that we are gone.
 */
function run(command, args, { stdio, watch = () => {} }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: ROOT, stdio })
    const pass = (signal) => child.kill(signal)
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, pass)
    const unwatch = watch(child)
    const end = (code) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, pass)
      unwatch?.()
      resolve(code)
    }
    child.once('error', () => end(127))
    child.once('exit', (code, signal) =>
      end(code ?? (signal === 'SIGINT' ? INTERRUPTED : TERMINATED)),
    )
  })
}

/** The processes between us and npm: npm itself, or the shell it started us with and npm. */
function above() {
  const shell = read(`/proc/${process.ppid}/cmdline`).includes('bootstrap.mjs')
  return shell
    ? `${process.ppid} ${read(`/proc/${process.ppid}/stat`).split(' ')[3]}`
    : `${process.ppid}`
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** Under npm: when npm is killed without a word to us, its child is stopped all the same. */
function stopWithNpm(child) {
  if (!process.env.npm_lifecycle_event) return undefined
  const look = setInterval(() => above() !== ABOVE && child.kill('SIGTERM'), 250)
  return () => clearInterval(look)
}

const ABOVE = above()
const [name = '', ...rest] = process.argv.slice(2)
const program = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
checkNode()
if (!program)
  fail(
    `没有命令 ${name || '（空）'}：可用的有 ${Object.keys(COMMANDS).join('、')}。(unknown command)`,
  )
if (!existsSync(join(ROOT, program))) fail(`${program} 不见了：请重新取得项目文件。(file missing)`)
const missing = firstMissing()
if (missing) await install(missing)
process.exitCode = await run(process.execPath, ['--import', 'tsx', program, ...rest], {
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  watch: stopWithNpm,
})
