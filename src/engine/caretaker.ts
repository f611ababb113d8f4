import { forgetAnswers } from '../db/command-key.js'
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
  /** What else is to be put right each time; errors are logged. */
  alsoEach?: () => Promise<void>
  /** Milliseconds between two rounds. */
  every?: number
}

export interface Caretaker {
  stop(): Promise<void>
}

/** How long an answer is kept for whoever asks again with its key, and how many are forgotten in one statement. */
const KEPT_DAYS = 7
const KEYS = 1_000

/**
 * Each minute, and at once: tells again whatever should have acted and has not, and everything when the server has
 * lost its store; forgets answers nobody asks for any more. Any number may run beside each other.
 */
export function startCaretaker(options: CaretakerOptions): Caretaker {
  const { pool, temporal, log, wake, alsoEach, every = 60_000 } = options
  const bell = createBell()
  let stopped = false

  const rounds = [
    async () => {
      const told = await tellNewStore(pool, temporal)
      if (told) log.info('this store of Temporal is new: everything is told anew', { told })
    },
    async () => {
      const late = await sweepLate(pool)
      if (late > 0) log.info('workflows were late and are told again', { late })
    },
    async () => {
      while (!stopped && (await forgetAnswers(pool, KEPT_DAYS, KEYS)) === KEYS);
    },
    async () => alsoEach?.(),
  ]

  async function run(): Promise<void> {
    while (!stopped) {
      for (const round of rounds) {
        await round().catch((error: unknown) => log.error('a sweep failed', { error }))
      }
      wake()
      await bell.rung(every)
    }
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
