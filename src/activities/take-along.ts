import { catchUpSome } from '../commands/catch-up.js'
import { DatabaseError, type DatabaseErrorCode } from '../db/errors.js'
import type { ActivityDeps } from './deps.js'

/** A page: a transaction of some tens of milliseconds, which nobody minds waiting for. */
const PAGE = 50
/** Whoever takes others along, or waits for who does, still answers its own workflow in time; milliseconds. */
const AT_MOST = 1_000
/** Held by somebody, or away: nothing an operator has to know of here. */
const BUSY: readonly DatabaseErrorCode[] = ['LOCK_TIMEOUT', 'UNAVAILABLE']

export interface TakingAlong {
  /** Takes what else of the office is due, page by page, until nothing is left or its time is over. Never rejects. */
  take(officeId: string): Promise<void>
  /** Waits for whoever takes along in this process; false where nobody did. */
  underWay(officeId: string): Promise<boolean>
}

/**
 * What is due in an office at once is taken by one activity of this process at a time; the others wait for it, which also
 * holds back the thousands of timers behind them: people's commands come first.
 */
export function createTakingAlong(deps: ActivityDeps): TakingAlong {
  const running = new Map<string, Promise<void>>()

  const pages = async (officeId: string): Promise<void> => {
    const ends = performance.now() + AT_MOST
    try {
      let taken = PAGE
      while (taken === PAGE && performance.now() < ends) {
        taken = await catchUpSome(deps, officeId, PAGE)
      }
    } catch (error) {
      // Each of them still has its own timer, be it that one does not agree with itself.
      if (error instanceof DatabaseError && BUSY.includes(error.code)) return
      deps.alarm('findings could not be caught up together', { office: officeId, error })
    }
  }
  return {
    take(officeId) {
      const known = running.get(officeId)
      if (known) return known
      const taking = pages(officeId).finally(() => running.delete(officeId))
      running.set(officeId, taking)
      return taking
    },
    async underWay(officeId) {
      const taking = running.get(officeId)
      await taking
      return taking !== undefined
    },
  }
}
