import { setTimeout as sleep } from 'node:timers/promises'
import { isGrpcServiceError } from '@temporalio/client'
import type { ToTell } from '../db/clock-view.js'
import type { Pool } from '../db/pool.js'
import { claimToTell, releaseClaims } from '../db/workflow-sync.js'
import { createBell } from './bell.js'
import type { Temporal } from './connection.js'
import type { Log } from './log.js'
import { createRecorder } from './recorder.js'
import { tell } from './tell.js'

export interface SyncerOptions {
  db: Pool
  temporal: Temporal
  log: Log
  taskQueue?: string
  /** Milliseconds: how long a claim holds, and how often to look without being woken. */
  lease?: number
  poll?: number
  /** Whether telling has to go slowly because of something more urgent. */
  heldBack?: () => boolean
}

export interface Syncer {
  /** Some workflow wants telling: look at once. */
  wake(): void
  /** Ends after the calls under way. */
  stop(): Promise<void>
}

/** Told at once, and while something is more urgent. */
const IN_FLIGHT = 50
const HELD_BACK = 2
const BATCH = 200
/** Milliseconds after which nothing is left for later any more, however busy it is. */
const ALL_EVERY = 10_000
const BACK_OFF = { first: 100, longest: 1_000 }

/**
 * Tells every workflow that is behind what its subject's row says, for ever: level-triggered, so that whatever was
 * lost, doubled or reordered is made good by the next look. Any number may run beside each other.
 */
export function startSyncer(options: SyncerOptions): Syncer {
  const { db, temporal, log, taskQueue, lease = 10_000, poll = 1_000 } = options
  const { heldBack = () => false } = options
  const bell = createBell()
  const recorder = createRecorder(db)
  const stopping = new AbortController()

  async function tellOne(subject: ToTell): Promise<'told' | 'unreachable' | 'refused'> {
    const { subject_id, view } = subject
    try {
      // What settled before it was ever told needs no workflow.
      if (!view.settled || subject.told > 0) {
        await tell(temporal, { ...subject, label: subject.severity }, taskQueue)
      }
    } catch (error) {
      if (isUnreachable(error)) return 'unreachable'
      // Its lease ends by and by, and it is tried again.
      log.error('a workflow could not be told', { subject: subject_id, error })
      return 'refused'
    }
    await recorder.record({ subject_id, version: view.version })
    return 'told'
  }

  /** Tells these, many at a time. Throws when the server or the database is away. */
  async function tellAll(claimed: readonly ToTell[]): Promise<void> {
    const queue = [...claimed]
    const untold: string[] = []
    const lane = async () => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        // When one finds nobody there the others need not knock.
        if (untold.length === 0 && (await tellOne(next)) !== 'unreachable') continue
        untold.push(next.subject_id)
      }
    }
    const most = heldBack() ? HELD_BACK : IN_FLIGHT
    const lanes = Array.from({ length: Math.min(most, claimed.length) }, lane)
    const failed = (await Promise.allSettled(lanes)).find(({ status }) => status === 'rejected')
    if (failed?.status === 'rejected') throw failed.reason
    if (untold.length === 0) return
    await releaseClaims(db, untold)
    throw new Error('Temporal cannot be reached')
  }

  async function run(): Promise<void> {
    let pause = BACK_OFF.first
    let allAt = Date.now() + ALL_EVERY
    while (!stopping.signal.aborted) {
      try {
        const all = Date.now() > allAt
        if (all) allAt = Date.now() + ALL_EVERY
        const claimed = await claimToTell(db, BATCH, lease, all)
        await tellAll(claimed)
        if (pause > BACK_OFF.first) log.info('telling workflows again')
        pause = BACK_OFF.first
        if (claimed.length === 0) await bell.rung(poll)
      } catch (error) {
        // Said once per outage; a minute of silence must not fill a log.
        if (pause === BACK_OFF.first) log.error('workflows cannot be told, trying on', { error })
        await sleep(pause, undefined, { signal: stopping.signal }).catch(() => undefined)
        pause = Math.min(pause * 2, BACK_OFF.longest)
      }
    }
  }

  const running = run()
  return {
    wake: bell.ring,
    async stop() {
      stopping.abort()
      bell.ring()
      await running
      await recorder.settle()
    },
  }
}

/** gRPC: cancelled, no answer in time, too much asked, nobody there. */
const NO_SERVER = [1, 4, 8, 14]

function isUnreachable(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (isGrpcServiceError(cause)) return NO_SERVER.includes(cause.code)
  }
  return false
}
