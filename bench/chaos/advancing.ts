import { setTimeout as sleep } from 'node:timers/promises'
import { jobOperations } from '../../src/contracts/long-jobs.js'
import type { Caller } from '../harness/caller.js'
import type { RunOffice } from './offices.js'

export interface Advancing {
  /** Advances that were promised (202). */
  readonly started: readonly string[]
  /** Begins no more; resolves when the last one is done. */
  stop(): Promise<void>
}

const LOOK = 300
const PAUSE = 500

/** Moves a rehearsal's clock on to the next thing that happens, again and again, as its administrator. */
export function startAdvancing(caller: Caller, office: RunOffice): Advancing {
  const admin = `${office.prefix}admin`
  const started: string[] = []
  let stopped = false

  async function run(): Promise<void> {
    for (let n = 1; !stopped && !caller.stop.aborted; n += 1) {
      const ask = { body: { to: 'next' as const } }
      const id = `advance-${String(n).padStart(4, '0')}`
      const { told } = await caller.send(id, admin, jobOperations.advanceRehearsal, ask)
      if (told) {
        started.push(told.body.id)
        await finished(told.body.id)
      }
      await sleep(PAUSE)
    }
  }

  async function finished(id: string): Promise<void> {
    for (;;) {
      const { body } = await caller.read(admin, jobOperations.getOperation, { params: { id } })
      if (body.status !== 'running') return
      await sleep(LOOK)
    }
  }

  const running = run()
  // Whoever stops it hears of a failure; until then nobody waits.
  running.catch(() => undefined)
  return {
    started,
    async stop() {
      stopped = true
      await running
    },
  }
}
