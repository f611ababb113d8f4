import { setTimeout as sleep } from 'node:timers/promises'
import type { Door } from './door.js'

/** How often in a row a server has to answer before it counts as calm: longer than it looks back. */
const TIMES = 15
const EVERY_MS = 100

/**
 * Waits until a server that was busy with something large answers everybody again: outside the measured time, since
 * it refuses newcomers while its event loop is late.
 */
export async function calm(door: Door): Promise<void> {
  for (let answered = 0; answered < TIMES; answered += 1) {
    await sleep(EVERY_MS)
    await door.ask({ method: 'GET', path: '/healthz' }).catch(() => {
      answered = 0
    })
  }
}
