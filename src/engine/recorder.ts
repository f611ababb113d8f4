import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from '../db/pool.js'
import { markTold, type Told } from '../db/workflow-sync.js'

export interface Recorder {
  /**
   * Resolves when it is recorded that the workflow was told, or when its row stayed held for seconds: it is then told
   * once more after its lease. Rejects as the database does.
   */
  record(told: Told): Promise<void>
  /** Resolves when nothing is left to record. */
  settle(): Promise<void>
}

/** A command holds a row for milliseconds only, and a lock for two seconds at most. */
const HELD = 10
const GIVE_UP = 3_000

interface Waiting {
  told: Told
  since: number
  done: () => void
  failed: (error: unknown) => void
}

/** Records what was told, together what comes together: one statement is under way at a time. */
export function createRecorder(db: Pool): Recorder {
  let waiting: Waiting[] = []
  let flushing: Promise<void> | null = null

  async function flush(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      try {
        const recorded = new Set(
          await markTold(
            db,
            batch.map(({ told }) => told),
          ),
        )
        const held = batch.filter(
          ({ told, since }) => !recorded.has(told.subject_id) && Date.now() - since < GIVE_UP,
        )
        for (const one of batch) if (!held.includes(one)) one.done()
        waiting.push(...held)
        if (held.length > 0) await sleep(HELD)
      } catch (error) {
        for (const one of batch) one.failed(error)
      }
    }
    flushing = null
  }

  return {
    record: (told) =>
      new Promise((done, failed) => {
        waiting.push({ told, since: Date.now(), done, failed })
        flushing ??= flush()
      }),
    settle: async () => {
      await flushing
    },
  }
}
