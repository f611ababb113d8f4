import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { isReached } from '../../bench/speed/aims.js'
import { createHistogram } from '../../bench/speed/drive/histogram.js'
import { inLanes } from '../../bench/speed/drive/lanes.js'
import { onSchedule } from '../../bench/speed/drive/open-loop.js'
import { inPairs, median, verdictOf } from '../../bench/speed/drive/pairs.js'

t.test('a stall counts for everything it held up', async (t) => {
  const quick = async () => undefined
  const stall = () => sleep(200)
  const latencies = await onSchedule(100, [stall, ...Array.from({ length: 19 }, () => quick)])
  t.equal(latencies.count, 20)
  t.ok(latencies.at(50) > 80, 'half of them waited for the first, though each was quick itself')
})

t.test('a histogram keeps three digits', async (t) => {
  const latencies = createHistogram()
  for (let ms = 1; ms <= 1_000; ms += 1) latencies.record(ms)
  t.ok(Math.abs(latencies.at(50) - 500) < 1)
  t.ok(Math.abs(latencies.at(99) - 990) < 2)
})

t.test('pairs are interleaved and begin in turn with either side', async (t) => {
  const order: string[] = []
  const side = (name: string, value: number) => async () => {
    order.push(name)
    return value
  }
  const pairs = await inPairs(3, side('a', 6), side('b', 3))
  t.strictSame(order, ['a', 'b', 'b', 'a', 'a', 'b'])
  t.strictSame(verdictOf(pairs), { ours: 6, theirs: 3, ratio: 2, secondWorst: 2, spread: [6, 6] })
})

t.test('the verdict is the median of the ratios, not the ratio of the medians', async (t) => {
  const pairs = [
    { ours: 10, theirs: 10 },
    { ours: 90, theirs: 30 },
    { ours: 20, theirs: 10 },
  ]
  t.match(verdictOf(pairs), { ratio: 2, secondWorst: 2, ours: 20, theirs: 10, spread: [10, 90] })
  t.equal(median([4, 1, 3, 2]), 2.5)
})

t.test('callers take turns, and the first failure ends them all', async (t) => {
  let busy = 0
  let most = 0
  await inLanes([1, 2, 3, 4, 5, 6, 7], 3, async () => {
    busy += 1
    most = Math.max(most, busy)
    await sleep(1)
    busy -= 1
  })
  t.equal(most, 3)
  const taken: number[] = []
  const failing = inLanes([1, 2, 3, 4, 5, 6], 2, async (item) => {
    taken.push(item)
    await sleep(1)
    if (item === 1) throw new Error('refused')
  })
  await t.rejects(failing, /refused/)
  t.ok(taken.length <= 3, `after ${taken.length} nobody goes on`)
})

t.test('a figure reaches its aim from the right side', async (t) => {
  t.ok(isReached('latency_p50_ms', 3))
  t.notOk(isReached('latency_p50_ms', 3.1))
  t.ok(isReached('commands_per_s', 1_500))
  t.notOk(isReached('commands_per_s', 1_499))
  t.ok(isReached('lifecycles_paced_per_s', 1), 'what stands beside the others has none')
})
