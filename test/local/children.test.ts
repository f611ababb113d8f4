import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { getPriority } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import t from 'tap'
import { type ChildSpec, ownChildren } from '../../src/local/children.js'
import { ledgerIn, stopLeftovers } from '../../src/local/ledger.js'
import { poll } from '../../src/local/ports.js'
import { isAlive } from '../../src/local/processes.js'

const PARENT = new URL('../helpers/parent-of-one.ts', import.meta.url).pathname

/** A process that lives until it is told to stop, writes so, and then does or does not. */
function living(
  folder: string,
  name: string,
  more: Partial<ChildSpec> = {},
  stubborn = false,
): ChildSpec {
  const stop = stubborn ? '' : 'process.exit(0)'
  const code = `process.on('SIGTERM', () => { console.log('told', Date.now()); ${stop} }); console.log('up'); setInterval(() => {}, 1000)`
  return {
    name,
    command: process.execPath,
    args: ['-e', code],
    env: process.env,
    log: join(folder, `${name}.log`),
    stopWith: 'SIGTERM',
    stopSeconds: 5,
    stopLast: false,
    ...more,
  }
}

const isUp = (log: string) =>
  poll(async () => readFileSync(log, 'utf8').includes('up') || undefined, 5000)
const isGone = (pid: number) => poll(async () => (isAlive(pid) ? undefined : true), 8000)

t.test('clients are stopped before the servers they use', async (t) => {
  const folder = t.testdir()
  const children = ownChildren(join(folder, 'children.json'))
  const server = children.start(living(folder, 'server', { stopLast: true }))
  const client = children.start(living(folder, 'client'))
  await Promise.all([isUp(server.log), isUp(client.log)])
  await children.stopAll()
  const told = (log: string) => Number(/told (\d+)/.exec(readFileSync(log, 'utf8'))?.[1])
  t.ok(told(client.log) <= told(server.log), 'in this order')
  t.notOk(client.running() || server.running(), 'both are gone')
  t.throws(() => children.start(living(folder, 'late')), { code: 'TROUBLE' }, 'none can follow')
})

t.test('one that does not stop is killed after its seconds', async (t) => {
  const folder = t.testdir()
  const children = ownChildren(join(folder, 'children.json'))
  const child = children.start(living(folder, 'stubborn', { stopSeconds: 0.3 }, true))
  await isUp(child.log)
  await children.stopAll()
  t.strictSame(await child.exited, { code: null, signal: 'SIGKILL' })
})

t.test('a program that is not there ends with 127', async (t) => {
  const folder = t.testdir()
  const children = ownChildren(join(folder, 'children.json'))
  const child = children.start(living(folder, 'missing', { command: '/nowhere/to/be/found' }))
  t.strictSame(await child.exited, { code: 127, signal: null })
  await children.stopAll()
})

t.test('a parent killed without a word leaves nobody behind', async (t) => {
  const parent = spawn(process.execPath, ['--import', 'tsx', PARENT, t.testdir()], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let pid = 0
  for await (const line of createInterface({ input: parent.stdout })) {
    pid = Number(line)
    break
  }
  t.ok(isAlive(pid), 'the child is up')
  parent.kill('SIGKILL')
  t.ok(await isGone(pid), 'the keeper stopped it')
})

t.test('what parent and keeper could not stop, the next run does', async (t) => {
  const ledger = join(t.testdir(), 'children.json')
  const lost = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true })
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 2000)'], { detached: true })
  t.teardown(() => other.kill('SIGKILL'))
  const [lostPid = 0, otherPid = 0] = [lost.pid, other.pid]
  ledgerIn(ledger).began(lostPid)
  const written = JSON.parse(readFileSync(ledger, 'utf8')) as { pid: number; command: string }[]
  // The same id with another command line: the id was given to a stranger.
  const stranger = { pid: otherPid, command: `${written[0]?.command} once` }
  t.strictSame(
    written.map(({ pid }) => pid),
    [lostPid],
  )
  writeFileSync(ledger, JSON.stringify([...written, stranger]))
  await stopLeftovers(ledger)
  t.ok(await isGone(lostPid), 'ours is gone')
  t.ok(isAlive(otherPid), 'the stranger is left alone')
})

t.test(
  'one that steps back does so among all processes, not only in its own session',
  async (t) => {
    const children = ownChildren(join(t.testdir(), 'children.json'))
    const child = children.start(living(t.testdir(), 'behind', { niceness: 10 }))
    t.equal(getPriority(child.pid), 10)
    const session = `/proc/${child.pid}/autogroup`
    if (existsSync(session)) t.match(readFileSync(session, 'utf8'), /nice 10$/m)
    await children.stopAll()
  },
)
