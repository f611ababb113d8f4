import t from 'tap'
import { isMissed, missedStep } from '../../src/domain/fix-plan.js'
import { day, local } from '../helpers/domain/world.js'

const ZONE = 'Asia/Shanghai'
const steps = ['2026-03-20', '2026-04-03'].map(day)
const plan = (progress: string | null, state: 'ongoing' | 'responded' = 'ongoing') => ({
  ...{ state, fix_steps: steps, progress_at: progress === null ? null : local(progress) },
})
const newest = (progress: string | null, wall: string) =>
  missedStep(plan(progress), local(wall), ZONE)

t.test('a step is missed where nothing was reported since the one before it', async (t) => {
  const missed = (progress: string | null) =>
    [1, 2].map((step) => isMissed(plan(progress), step, ZONE))
  t.strictSame(missed(null), [true, true])
  t.strictSame(missed('2026-03-20 23:59:59.999'), [false, true])
  t.strictSame(missed('2026-03-21 00:00'), [false, false])
})

t.test('the newest step that has passed is named until something is reported', async (t) => {
  t.equal(newest(null, '2026-03-20 23:59:59.999'), null, 'its day has not passed')
  t.equal(newest(null, '2026-03-21 00:00'), '2026-03-20')
  t.equal(newest('2026-03-10 10:00', '2026-03-21 00:00'), null)
  t.equal(newest('2026-03-10 10:00', '2026-04-04 00:00'), '2026-04-03')
  t.equal(newest('2026-03-21 00:00', '2026-04-04 00:00'), null)
})

t.test('only a plan that goes on misses steps', async (t) => {
  const now = local('2026-04-10 10:00')
  t.equal(missedStep(plan(null, 'responded'), now, ZONE), null)
  t.equal(missedStep({ ...plan(null), fix_steps: null }, now, ZONE), null)
})
