import { setTimeout as sleep } from 'node:timers/promises'
import { catchUpSome, UntakenError } from '../commands/catch-up.js'
import { DatabaseError, type DatabaseErrorCode } from '../db/errors.js'
import { catchUpEach } from './catch-up-office.js'
import type { CatchUpDeps } from './deps.js'

/** Milestones of a page: a transaction of some tens of milliseconds, which nobody minds waiting for. */
const PAGE = 30
/** Of the time a page took, how much of it is left to people's commands before the next. */
const REST = 0.5
/** Whoever began it, or waits for it, still answers its own workflow in time; milliseconds. */
const WAIT_AT_MOST = 800
/** For as long everybody else's workflows are held back by one office, and no longer; milliseconds. */
const HELD_BACK_AT_MOST = 120_000
/** Held by somebody, or away: nothing an operator has to know of here, and another will go on. */
const BUSY: readonly DatabaseErrorCode[] = ['LOCK_TIMEOUT', 'UNAVAILABLE']
/** Findings that could not be taken are left to their own timers; so many are remembered. */
const REMEMBERED = 1_000

export interface TakingAlong {
  /** Takes what else of the office is due until nothing is left, and waits for that for a while. Never rejects. */
  take(officeId: string): Promise<void>
  /** Waits a while for whoever takes along in this process; false where nobody did. */
  underWay(officeId: string): Promise<boolean>
  /** Whether something is taken along now, in whichever office, that others may be held back for. */
  busy(): boolean
  /** Ends after the pages under way; nothing is taken along any more. */
  stop(): Promise<void>
}

/**
 * What is due in an office at once is taken page by page, by one of this process at a time, for as long as it lasts; the
 * timers behind it are held back meanwhile, for they find theirs done. Dying in between loses nothing: what is left is
 * due still, and its own timers take it.
 */
export function createTakingAlong(deps: CatchUpDeps): TakingAlong {
  const running = new Map<string, { began: number; taking: Promise<void> }>()
  const untaken = new Set<string>()
  let stopped = false

  const leave = (id: string) => {
    if (untaken.size > REMEMBERED) untaken.clear()
    untaken.add(id)
  }
  /** The findings of the next page, taken or left to themselves; empty when it was the last or none could be had. */
  const page = async (officeId: string, again: Iterable<string>): Promise<readonly string[]> => {
    try {
      const wanted = { limit: PAGE, except: [...untaken, ...again] }
      const { findings, full } = await catchUpSome(deps, officeId, wanted)
      return full ? findings : []
    } catch (error) {
      if (!(error instanceof UntakenError) || isBusy(error.cause)) return []
      // One that does not agree with itself must not keep the others waiting.
      const failures = await catchUpEach(deps, officeId, error.findings)
      for (const [id, cause] of failures) if (!isBusy(cause)) leave(id)
      return error.findings
    }
  }
  const pages = async (officeId: string): Promise<void> => {
    const seen = new Set<string>()
    const again = new Set<string>()
    while (!stopped && again.size < REMEMBERED) {
      const began = performance.now()
      const findings = await page(officeId, again)
      if (findings.length === 0) return
      // What stays due whatever is done, or is due once more, is left to its own timer: this ends.
      for (const id of findings) (seen.has(id) ? again : seen).add(id)
      await sleep((performance.now() - began) * REST)
    }
  }
  const begin = (officeId: string): Promise<void> => {
    const taking = pages(officeId)
      .catch(() => undefined)
      .finally(() => running.delete(officeId))
    running.set(officeId, { began: performance.now(), taking })
    return taking
  }
  const awhile = (taking: Promise<void>) => Promise.race([taking, sleep(WAIT_AT_MOST)])
  return {
    take: (officeId) => awhile(running.get(officeId)?.taking ?? begin(officeId)),
    async underWay(officeId) {
      const one = running.get(officeId)
      if (one) await awhile(one.taking)
      return one !== undefined
    },
    busy: () =>
      [...running.values()].some(({ began }) => performance.now() - began < HELD_BACK_AT_MOST),
    async stop() {
      stopped = true
      await Promise.all([...running.values()].map(({ taking }) => taking))
    },
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof DatabaseError && BUSY.includes(error.code)
}
