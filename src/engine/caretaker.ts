import type { Pool } from '../db/pool.js'
import {
  knownStore,
  type Rebuilt,
  rebuild,
  rememberStore,
  sweepLate,
} from '../db/workflow-repair.js'
import { createBell } from './bell.js'
import type { Temporal } from './connection.js'
import type { Log } from './log.js'
import { ensureSearchAttributes } from './search-attributes.js'
import { storeOf } from './store.js'

export interface CaretakerOptions {
  pool: Pool
  temporal: Temporal
  log: Log
  /** Called when there is something to tell. */
  wake: () => void
  /** What else is to be put right each time, each for itself: one that fails or hangs keeps no other. */
  alsoEach?: readonly (() => Promise<unknown>)[]
  /** Milliseconds between two rounds. */
  every?: number
}

export interface Caretaker {
  stop(): Promise<void>
}

/**
 * Each minute, and at once: tells again whatever should have acted and has not, and everything when the server has
 * lost its store. Any number may run beside each other.
 */
export function startCaretaker(options: CaretakerOptions): Caretaker {
  const { pool, temporal, log, wake, alsoEach = [], every = 60_000 } = options
  const bell = createBell()
  let stopped = false
  const failed = (error: unknown) => log.error('a sweep failed', { error })

  const rounds = [
    async () => {
      const told = await tellNewStore(pool, temporal)
      if (told) log.info('this store of Temporal is new: everything is told anew', { told })
    },
    async () => {
      const late = await sweepLate(pool)
      if (late > 0) log.info('workflows were late and are told again', { late })
    },
  ]

  const beside = alsoEach.map((task) => aloneAtATime(task, failed))

  async function run(): Promise<void> {
    while (!stopped) {
      for (const begin of beside) begin()
      for (const round of rounds) {
        await round().catch(failed)
      }
      wake()
      await bell.rung(every)
    }
    await Promise.all(beside.map((begin) => begin.running()))
  }

  const running = run()
  return {
    async stop() {
      stopped = true
      bell.ring()
      await running
    },
  }
}

/** A task that is begun only when it has ended before. */
function aloneAtATime(task: () => Promise<unknown>, failed: (error: unknown) => void) {
  let running: Promise<void> | null = null
  const begin = () => {
    running ??= task()
      .then(() => undefined, failed)
      .finally(() => {
        running = null
      })
  }
  return Object.assign(begin, { running: async () => running })
}

/**
 * Tells everything anew where the server's store is another than the one told before; null where it is the same. The
 * store is remembered at the end, so that one killed on the way is followed by another. Throws when the server cannot
 * be asked.
 */
export async function tellNewStore(pool: Pool, temporal: Temporal): Promise<Rebuilt | null> {
  const { namespace, store_id } = await storeOf(temporal)
  if ((await knownStore(pool, namespace)) === store_id) return null
  await ensureSearchAttributes(temporal, namespace)
  const told = await rebuild(pool)
  await rememberStore(pool, namespace, store_id)
  return told
}
