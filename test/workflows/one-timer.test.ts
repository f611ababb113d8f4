import { ApplicationFailure } from '@temporalio/common'
import t from 'tap'
import type { Activities } from '../../src/activities/index.js'
import {
  findingView,
  renewed,
  stage,
  standingView,
  timersOf,
  told,
  until,
  waiting,
} from './support.js'

const { client, start } = await stage(t)
const HOUR = 3_600_000
const SOON = 400

t.test('the timer fires at the wake-up, and what is due is caught up once', async (t) => {
  const calls: { id: string; at: number }[] = []
  const activities: Partial<Activities> = {
    catchUp: async (id) => {
      calls.push({ id, at: Date.now() })
      return findingView(2, [HOUR])
    },
  }
  const first = findingView(1, [SOON, 2 * HOUR])
  const handle = await start('findingLifecycle', first, activities)
  await until(async () => (await waiting(handle)).version === 2)
  t.equal(calls.length, 1)
  t.equal(calls[0]?.id, handle.workflowId.split(':').at(-1), 'for the finding of its id')
  t.ok((calls[0]?.at ?? 0) >= (first.milestones[0]?.wake_at ?? 0), 'never early')
  t.match(await waiting(handle), { version: 2, state: 'rectifying', settled: false })
  t.same(await timersOf(handle), { started: 2, cancelled: 0, fired: 1 })
})

t.test('a newer view moves the timer; an older or equal one changes nothing', async (t) => {
  let calls = 0
  const activities: Partial<Activities> = {
    catchUp: async () => {
      calls += 1
      return 'settled'
    },
  }
  const handle = await start('findingLifecycle', findingView(5, [HOUR]), activities)
  t.equal((await waiting(handle)).version, 5)
  const later = findingView(7, [2 * HOUR])
  await told(handle, later)
  await told(handle, findingView(6, [10]))
  await told(handle, findingView(7, [10]))
  t.same(await waiting(handle), {
    version: 7,
    state: 'rectifying',
    settled: false,
    next: { kind: 'remind', step: 0, wake_at: later.milestones[0]?.wake_at },
  })
  t.same(await timersOf(handle), { started: 2, cancelled: 1, fired: 0 })
  // The same earliest milestone: nothing to re-arm.
  await told(handle, { ...later, version: 8, state: 'returned' })
  t.equal((await waiting(handle)).version, 8)
  t.same(await timersOf(handle), { started: 2, cancelled: 1, fired: 0 })
  await told(handle, findingView(9, [SOON]))
  await handle.result()
  t.equal(calls, 1, 'an earlier milestone fires')
})

t.test('a settled view ends the run, whatever its timer', async (t) => {
  const activities: Partial<Activities> = {}
  const handle = await start('findingLifecycle', findingView(1, [HOUR]), activities)
  await told(handle, { ...findingView(2, []), state: 'closed', settled: true })
  await handle.result()
  t.equal((await handle.describe()).status.name, 'COMPLETED')

  const settled = { ...findingView(3, []), state: 'closed', settled: true } as const
  const late = await start('findingLifecycle', settled)
  await late.result()
  t.same(await timersOf(late), { started: 0, cancelled: 0, fired: 0 }, 'told twice: ends at once')
})

t.test('the answer settled ends the run unless a newer view came meanwhile', async (t) => {
  let called = () => {}
  const calling = new Promise<void>((resolve) => (called = resolve))
  let answer = () => {}
  const answering = new Promise<void>((resolve) => (answer = resolve))
  let calls = 0
  const activities: Partial<Activities> = {
    catchUp: async () => {
      calls += 1
      called()
      await answering
      return 'settled'
    },
  }
  const handle = await start('findingLifecycle', findingView(1, [10]), activities)
  await calling
  await told(handle, findingView(2, [HOUR]))
  t.equal((await waiting(handle)).version, 2)
  answer()
  const finished = async () =>
    (await handle.fetchHistory()).events?.some(
      (event) => event.activityTaskCompletedEventAttributes,
    )
  await until(finished)
  t.match(await waiting(handle), { version: 2, settled: false }, 'reopened: it lives on')
  t.equal((await handle.describe()).status.name, 'RUNNING')
  await told(handle, findingView(3, [10]))
  await handle.result()
  t.equal(calls, 2, 'without a newer view it ends')
})

t.test('between two catch-ups without a change at least a second passes', async (t) => {
  const calls: number[] = []
  const spent = findingView(4, [50])
  const activities: Partial<Activities> = {
    catchUp: async () => {
      calls.push(Date.now())
      return calls.length < 3 ? spent : 'settled'
    },
  }
  const handle = await start('findingLifecycle', spent, activities)
  await handle.result()
  const gaps = calls.slice(1).map((at, index) => at - (calls[index] ?? 0))
  t.equal(calls.length, 3)
  t.ok((gaps[0] ?? 0) >= 1_000, `first ${gaps[0]} ms`)
  t.ok((gaps[1] ?? 0) >= 2_000, `then longer: ${gaps[1]} ms`)
})

t.test('a view that raises its version but not its milestone does not spin either', async (t) => {
  const calls: number[] = []
  const from = Date.now()
  const activities: Partial<Activities> = {
    catchUp: async () => {
      calls.push(Date.now())
      return findingView(10 + calls.length, [10], {}, from)
    },
  }
  await start('findingLifecycle', findingView(1, [10], {}, from), activities)
  await until(async () => calls.length === 2)
  t.ok((calls[1] ?? 0) - (calls[0] ?? 0) >= 1_000)
})

t.test('a failure that retrying does not mend leaves the workflow alive', async (t) => {
  let calls = 0
  const activities: Partial<Activities> = {
    catchUp: async () => {
      calls += 1
      if (calls === 1) throw ApplicationFailure.nonRetryable('no', 'NOT_IN_THIS_STATE')
      return 'settled'
    },
  }
  const handle = await start('findingLifecycle', findingView(1, [10]), activities)
  await handle.result()
  t.equal(calls, 2)
})

t.test('infrastructure that is away is asked again without limit', async (t) => {
  let calls = 0
  const activities: Partial<Activities> = {
    catchUp: async () => {
      calls += 1
      if (calls < 5) throw new Error('the database is away')
      return 'settled'
    },
  }
  const handle = await start('findingLifecycle', findingView(1, [10]), activities)
  await handle.result()
  t.equal(calls, 5)
})

t.test(
  'a standing clock arms no timer; what it shows to be due is caught up at once',
  async (t) => {
    const noon = Date.UTC(2022, 8, 5, 4)
    let calls = 0
    const activities: Partial<Activities> = {
      catchUp: async () => {
        calls += 1
        return standingView(100, noon + 2 * HOUR, [noon + 5 * HOUR])
      },
    }
    const handle = await start('findingLifecycle', standingView(1, noon, [noon + HOUR]), activities)
    await waiting(handle)
    t.equal(calls, 0, 'its instant is long past in the real world')
    await told(handle, standingView(2, noon + HOUR - 1, [noon + HOUR]))
    t.equal((await waiting(handle)).version, 2)
    t.equal(calls, 0, 'one millisecond before')
    await told(handle, standingView(3, noon + HOUR, [noon + HOUR]))
    await until(async () => (await waiting(handle)).version === 100)
    t.equal(calls, 1, 'at the legal instant: the spread of wake-ups is ignored')
    t.same(await timersOf(handle), { started: 0, cancelled: 0, fired: 0 })
  },
)

t.test('a fresh history carries the view on', async (t) => {
  let calls = 0
  const activities: Partial<Activities> = {
    catchUp: async () => {
      calls += 1
      return 'settled'
    },
  }
  const view = findingView(3, [3_000])
  const handle = await start('findingLifecycle', view, activities)
  const { runId } = await handle.describe()
  await renewed(handle)
  const next = client.getHandle(handle.workflowId)
  await until(async () => (await next.describe()).runId !== runId)
  t.match(await waiting(next), {
    version: 3,
    next: { wake_at: view.milestones[0]?.wake_at },
  })
  await next.result()
  t.equal(calls, 1)
})
