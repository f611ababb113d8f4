import { advanceClock } from '../../db/office.js'
import { recordProgress } from '../../db/operation.js'
import { wantDue } from '../../db/rehearsal.js'
import { transaction } from '../../db/transaction.js'
import type { Instant } from '../../domain/instant.js'
import type { Deps } from '../deps.js'

/** How far an advance is, as people and the next page of work read it. */
export interface AdvanceProgress {
  from: Instant
  to: Instant
  now: Instant
  stops: number
}

class Stopped extends Error {}

/**
 * Moves a rehearsal's clock to a stop and, in the same transaction, asks that every workflow with something due by
 * it be told. False, and nothing moved, when the operation no longer runs. The database refuses to move it back.
 */
export async function moveClock(
  { pool }: Pick<Deps, 'pool'>,
  operation: { id: string; office_id: string },
  progress: AdvanceProgress,
): Promise<boolean> {
  try {
    await transaction(pool, async (tx) => {
      const [running] = await Promise.all([
        recordProgress(tx, operation.id, progress),
        advanceClock(tx, operation.office_id, progress.now),
        wantDue(tx, operation.office_id, progress.now),
      ])
      if (!running) throw new Stopped()
    })
    return true
  } catch (error) {
    if (error instanceof Stopped) return false
    throw error
  }
}
