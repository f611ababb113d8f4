import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { ownFolder } from '../../src/local/ownership.js'

const MARK = 'owner-of-a-data-folder'

/** Another living process whose command line holds the mark. */
function owner(t: Test): { pid: number; stop: () => void } {
  const code = `setInterval(() => {}, 1000) // ${MARK}`
  const child = spawn(process.execPath, ['-e', code], { stdio: 'ignore' })
  t.teardown(() => child.kill('SIGKILL'))
  return { pid: child.pid ?? 0, stop: () => child.kill('SIGKILL') }
}

t.test('a folder has one owner at a time', async (t) => {
  const folder = join(t.testdir(), 'data')
  const own = await ownFolder(folder, MARK)
  t.ok(existsSync(join(folder, 'owner.pid')), 'the claim is written down')
  own.release()
  t.notOk(existsSync(join(folder, 'owner.pid')), 'and given back')
})

t.test('the folder of a living process is refused', async (t) => {
  const folder = t.testdir()
  const { pid } = owner(t)
  writeFileSync(join(folder, 'owner.pid'), `${pid} using ${MARK}\n`)
  for (const mark of [MARK, 'a process of another kind']) {
    await t.rejects(ownFolder(folder, mark), { code: 'TROUBLE', message: `正被进程 ${pid} 使用` })
  }
})

t.test('the folder of a process that is leaving is waited for', async (t) => {
  const folder = t.testdir()
  const { pid, stop } = owner(t)
  writeFileSync(join(folder, 'owner.pid'), `${pid} leaving ${MARK}\n`)
  setTimeout(stop, 600)
  const started = performance.now()
  const own = await ownFolder(folder, MARK)
  t.ok(performance.now() - started > 400, 'it waited')
  own.release()
})

t.test('a claim of the dead, or of a stranger with their id, is worth nothing', async (t) => {
  const folder = t.testdir({ 'owner.pid': `999999999 using ${MARK}\n` })
  const file = join(folder, 'owner.pid')
  const claimed = `${process.pid} using ${MARK}\n`
  const own = await ownFolder(folder, MARK)
  t.equal(readFileSync(file, 'utf8'), claimed)
  own.release()
  writeFileSync(file, `${owner(t).pid} using a mark that its command line lacks\n`)
  const other = await ownFolder(folder, MARK)
  t.equal(readFileSync(file, 'utf8'), claimed)
  other.release()
})
