import { WorkflowNotFoundError } from '@temporalio/client'
import { officeWorkflowId } from '../../workflows/messages.js'
import { forgetAnswers } from '../db/command-key.js'
import type { Pool } from '../db/pool.js'
import { transaction } from '../db/transaction.js'
import { rebuild, sweepLate, toldOffices } from '../db/workflow-repair.js'
import { createBell } from './bell.js'
import type { Temporal } from './connection.js'
import type { Log } from './log.js'

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

/** An office's workflow never ends, so a few tell whether the server still knows what it was told. */
const OFFICES = 5

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
      if (!(await hasForgotten(pool, temporal))) return
      const told = await transaction(pool, (tx) => rebuild(tx))
      log.info('the Temporal server had forgotten its workflows; all are told anew', { told })
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

/** Whether a workflow that must be running is not. Throws when the server cannot be asked. */
export async function hasForgotten(pool: Pool, temporal: Temporal): Promise<boolean> {
  for (const officeId of await toldOffices(pool, OFFICES)) {
    if (!(await isRunning(temporal, officeWorkflowId(officeId)))) return true
  }
  return false
}

async function isRunning(temporal: Temporal, workflowId: string): Promise<boolean> {
  try {
    const { status } = await temporal.call(({ workflow }) =>
      workflow.getHandle(workflowId).describe(),
    )
    return status.name === 'RUNNING'
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false
    throw error
  }
}
