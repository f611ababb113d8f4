import { setTimeout as sleep } from 'node:timers/promises'
import { type Client, RefusedError } from '../client/index.js'

const PAUSE_MS = 300
const TRIES = 30
const LATER = ['OVERLOADED', 'UNAVAILABLE', 'LOCKED']

/** A client that asks again, with the same key, when a busy machine asks it to come back later. */
export function patient(client: Client): Client {
  return async (operation, ask) => {
    const key = ask.key ?? crypto.randomUUID()
    for (let tried = 1; ; tried++) {
      try {
        return await client(operation, { ...ask, key })
      } catch (error) {
        const later = error instanceof RefusedError && LATER.includes(error.code ?? '')
        if (!later || tried === TRIES) throw error
        await sleep(PAUSE_MS)
      }
    }
  }
}
