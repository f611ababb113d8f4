import { catchUpSome, UntakenError } from '../commands/catch-up.js'
import { DatabaseError, type DatabaseErrorCode } from '../db/errors.js'
import { catchUpEach } from './catch-up-office.js'
import type { ActivityDeps } from './deps.js'

/** Milestones of a page: a transaction of some tens of milliseconds, which nobody minds waiting for. */
const PAGE = 50
/** Whoever takes others along, or waits for who does, still answers its own workflow in time; milliseconds. */
const AT_MOST = 800
/** Held by somebody, or away: nothing an operator has to know of here, and another will go on. */
const BUSY: readonly DatabaseErrorCode[] = ['LOCK_TIMEOUT', 'UNAVAILABLE']
/** Findings that could not be taken are left to their own timers; so many are remembered. */
const REMEMBERED = 1_000

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
  const untaken = new Set<string>()

  const page = async (officeId: string): Promise<boolean> => {
    try {
      return await catchUpSome(deps, officeId, { limit: PAGE, except: [...untaken] })
    } catch (error) {
      if (!(error instanceof UntakenError) || isBusy(error.cause)) return false
      // One that does not agree with itself must not keep the others waiting.
      const failures = await catchUpEach(deps, officeId, error.findings)
      if (untaken.size > REMEMBERED) untaken.clear()
      for (const [id, cause] of failures) if (!isBusy(cause)) untaken.add(id)
      return true
    }
  }
  const pages = async (officeId: string): Promise<void> => {
    const ends = performance.now() + AT_MOST
    while ((await page(officeId)) && performance.now() < ends);
  }
  return {
    take(officeId) {
      const known = running.get(officeId)
      if (known) return known
      const taking = pages(officeId)
        .catch(() => undefined)
        .finally(() => running.delete(officeId))
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

function isBusy(error: unknown): boolean {
  return error instanceof DatabaseError && BUSY.includes(error.code)
}
