import t from 'tap'
import { npmRun } from '../helpers/npm-run.js'

// A whole system on a busy machine: the usual two minutes for a file may not do.
t.setTimeout(600_000)

t.test('npm run tool-demo', { timeout: 600_000 }, async (t) => {
  const { code, stdout, stderr } = await npmRun('tool-demo', [])
  t.equal(code, 0, `${stdout}\n${stderr}`)
  const lines = stdout.trimEnd().split('\n')
  t.strictSame(lines.slice(-2), [
    '结果：线索4条，问题3条，退回3条，销号3条。',
    '✓ 全部问题已销号。',
  ])
})
