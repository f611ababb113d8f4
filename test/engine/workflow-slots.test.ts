import t from 'tap'
import { createWorkflowSlots } from '../../src/engine/workflow-slots.js'

const CONTEXT = {
  slotType: 'workflow',
  taskQueue: 'zhenggai',
  workerIdentity: 'this',
  workerBuildId: '',
  isSticky: false,
} as const

function slots(most: number, heldBack: () => boolean = () => false) {
  const supplier = createWorkflowSlots({ most, heldBack })
  return {
    reserve: (signal = new AbortController().signal) => supplier.reserveSlot(CONTEXT, signal),
    tryReserve: () => supplier.tryReserveSlot(CONTEXT),
    release: () => supplier.releaseSlot({ permit: {} }),
  }
}

/** How many of these are settled when everything that could go on has. */
async function settled(promises: readonly Promise<unknown>[], afterMs = 0): Promise<number> {
  let count = 0
  for (const promise of promises) promise.then(() => (count += 1)).catch(() => undefined)
  await new Promise((resolve) => setTimeout(resolve, afterMs))
  return count
}

t.test('so many slots and no more; each one given back lets one in', async (t) => {
  const { reserve, tryReserve, release } = slots(2)
  const wanted = Array.from({ length: 5 }, () => reserve())
  t.equal(await settled(wanted), 2)
  t.equal(tryReserve(), null)
  release()
  t.equal(await settled(wanted), 3)
  release()
  release()
  t.equal(await settled(wanted), 5)
  release()
  t.ok(tryReserve())
  t.equal(tryReserve(), null)
})

t.test('whoever gives up waiting takes no slot', async (t) => {
  const { reserve, release } = slots(1)
  await reserve()
  const given = new AbortController()
  const first = reserve(given.signal)
  const second = reserve()
  given.abort()
  t.equal(await first.catch((error: unknown) => error), given.signal.reason)
  release()
  t.equal(await settled([second]), 1)
})

t.test('what woke somebody who gives up wakes whoever waits behind', async (t) => {
  const { reserve, release } = slots(1)
  await reserve()
  const given = new AbortController()
  const first = reserve(given.signal)
  const second = reserve()
  release()
  given.abort()
  t.equal(await first.catch((error: unknown) => error), given.signal.reason)
  t.equal(await settled([second]), 1)
})

t.test('held back, one now and again goes on; afterwards all', async (t) => {
  let held = true
  const { reserve } = slots(50, () => held)
  const began = performance.now()
  const wanted = Array.from({ length: 50 }, () => reserve())
  const some = await settled(wanted, 450)
  const most = 1 + Math.floor((performance.now() - began) / 100)
  t.ok(some >= 2 && some <= most, `${some} of at most ${most}`)
  held = false
  t.equal(await settled(wanted, 300), 50)
})

t.test('whoever waits while held back can give up too', async (t) => {
  const { reserve } = slots(5, () => true)
  await reserve()
  const given = new AbortController()
  const waiting = reserve(given.signal)
  given.abort()
  t.equal(
    await waiting.catch((error: unknown) => error),
    given.signal.reason,
    'or the library complains',
  )
})
