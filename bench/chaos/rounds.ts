import { setTimeout as sleep } from 'node:timers/promises'
import { API_FAILPOINTS, type StormFailpoint, WORKER_FAILPOINTS } from '../harness/failpoints.js'
import type { Service } from '../harness/service.js'
import type { Api, Stand } from '../harness/stand.js'
import {
  type Count,
  dieAt,
  killAndRestart,
  killBackend,
  startAgain,
  terminateAndRestart,
} from './kills.js'

export interface Pace {
  /** Milliseconds for which a process is frozen. */
  freeze: number
  /** Milliseconds between two blows at the same kind of process, at most. */
  pause: number
}

/** An API has caught up when it answers so soon, so many times in a row, so far apart; milliseconds. */
const PROMPT_MS = 200
const PROMPT_TIMES = 10

/** The windows in which an API was asked to stop, by its address. */
export interface Stopping {
  api: string
  from: number
  until: number
}

/**
 * One round in which everything happens to everybody: every failpoint, every kill, a freeze, an orderly stop. Throws
 * when a process was not there to be struck or ended badly, but not before every blow under way has fallen.
 */
export async function round(
  stand: Stand,
  { freeze, pause }: Pace,
  count: Count,
  stopping: Stopping[],
): Promise<void> {
  const rest = () => sleep(pause * (0.3 + 0.7 * Math.random()))
  const [one, two] = Math.random() < 0.5 ? ([0, 1] as const) : ([1, 0] as const)

  // One API after the other, so that somebody answers; the workers may be away together.
  const apis = async () => {
    for (const [nth, failpoint] of API_FAILPOINTS.entries()) {
      const api = stand.apis[nth === 0 ? one : two]
      await dieAt(api, failpoint, 'api', count)
      await rest()
      await startAgain(api)
    }
  }
  const [catching, telling, mailing] = WORKER_FAILPOINTS
  // What the clock has to do and what is to be mailed come to either worker, and not often: both wait for it, and one
  // is enough.
  const eitherDiesAt = (failpoint: StormFailpoint) => {
    let fallen: () => void = () => undefined
    const enough = new Promise<null>((resolve) => {
      fallen = () => resolve(null)
    })
    const first: Count = (kind) => {
      count(kind)
      if (kind === failpoint) fallen()
    }
    return (service: Service) => dieAt(service, failpoint, 'worker', first, enough)
  }
  const workers = async () => {
    await allOver(stand.workers.map(eitherDiesAt(catching)))
    const diesMailing = eitherDiesAt(mailing)
    const diesTellingFirst = async (service: Service) => {
      await dieAt(service, telling, 'worker', count)
      await rest()
      await diesMailing(service)
    }
    await allOver([diesTellingFirst(stand.workers[one]), diesMailing(stand.workers[two])])
    await allOver(stand.workers.map((worker) => startAgain(worker)))
  }
  const servers = async () => {
    await rest()
    await killBackend(stand, count)
    await rest()
    await killAndRestart(stand.temporal, 'temporal', count)
    await rest()
    await killAndRestart(stand.postgres, 'postgres', count)
  }
  await allOver([apis(), workers(), servers()])
  await allOver([stand.apis[one].freeze(freeze), stand.workers[one].freeze(freeze)])
  count('freeze')
  // What had piled up meanwhile is dealt with first: a stop is judged by what comes in while it stops.
  await allOver(stand.apis.map(hasCaughtUp))
  for (const index of [one, two] as const) {
    const api = stand.apis[index]
    const window = { api: api.address, from: Date.now(), until: Number.POSITIVE_INFINITY }
    stopping.push(window)
    await allOver([
      terminateAndRestart(api, count).finally(() => (window.until = Date.now())),
      terminateAndRestart(stand.workers[index], count),
    ])
  }
}

/** Resolves when an API answers at once again, several times in a row. */
async function hasCaughtUp({ address }: Api): Promise<void> {
  for (let prompt = 0; prompt < PROMPT_TIMES; ) {
    const asked = performance.now()
    const { ok } = await fetch(`${address}/healthz`)
    prompt = ok && performance.now() - asked < PROMPT_MS ? prompt + 1 : 0
    await sleep(PROMPT_MS)
  }
}

/** Resolves when all have; when one has failed, throws its error once the others have ended. */
async function allOver(work: readonly Promise<unknown>[]): Promise<void> {
  await Promise.allSettled(work)
  await Promise.all(work)
}
