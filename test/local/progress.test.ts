import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { step } from '../../src/local/progress.js'

t.test('only what takes longer than two seconds is told, and how long it took', async (t) => {
  const said: string[] = []
  const say = (line: string) => said.push(line)
  t.equal(await step('很快', async () => 'done', say), 'done')
  t.same(said, [])
  const slow = step('很慢', () => sleep(2_300), say)
  await sleep(2_100)
  t.same(said, ['  … 很慢'])
  await slow
  t.match(said[1] ?? '', /^ {2}✓ 很慢（\d+\.\d 秒）$/)
})
