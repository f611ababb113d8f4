import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import t from 'tap'
import { testDatabase } from '../helpers/database.js'

// A whole system on a busy machine: the usual two minutes for a file may not do.
t.setTimeout(600_000)

const run = promisify(execFile)

t.test('an office of one’s own, by the commands of the README', { timeout: 600_000 }, async (t) => {
  const urls = await testDatabase(t)
  const folder = mkdtempSync(join(tmpdir(), 'zhenggai-office-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  const [, script = ''] =
    /```sh office\n([\s\S]*?)```/.exec(readFileSync('README.md', 'utf8')) ?? []
  t.ok(script, 'README.md has the commands')
  const env = { ...process.env, DATABASE_URL: urls.owner, DATA_DIR: folder, NODE_OPTIONS: '' }
  const { stdout } = await run('bash', ['-euo', 'pipefail', '-c', script], { env })
  t.match(stdout, '✓ 已建立“我市政府办公室”')
  t.match(stdout, /安全管理员 +李四，账号 lisi$/m)
  t.match(stdout, '新增 17，更改 0，未变 0', 'units')
  t.match(stdout, '新增 37，更改 0，未变 0', 'people')
  t.equal(stdout.match(/✓ 新增/g)?.length, 3)

  const instant = '2026-01-05T00:30:00.000Z'
  const words = ['create', '--name', '演练办公室', '--admin', '李四', '--subject', 'lisi']
  const npm = (...args: string[]) => run('npm', ['run', ...args], { env })
  const rehearsal = await npm('office', '--', ...words, '--rehearsal', instant)
  t.match(rehearsal.stdout, '✓ 已建立“演练办公室”（演练）')
  t.match(rehearsal.stdout, /安全管理员 +还没有：由管理员任命$/m)

  t.match((await npm('migrate', '--', 'status')).stdout, /^已应用 {2}\S+$/m)
  await npm('migrate', '--', 'down')
  await t.rejects(npm('migrate', '--', 'status'), { code: 1, stdout: /^未应用 {2}\S+$/m })
  await npm('migrate', '--', 'up')
  await npm('migrate', '--', 'status')
})
