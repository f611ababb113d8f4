import { setTimeout as sleep } from 'node:timers/promises'

const EVERY_MS = 10

/** Waits for many things with one question at a time: which of these are there? */
export function createReached(
  which: (keys: readonly string[]) => Promise<readonly string[]>,
): (key: string) => Promise<void> {
  const waiting = new Map<string, { done: () => void; failed: (error: unknown) => void }>()
  let asking = false

  const ask = async () => {
    asking = true
    while (waiting.size > 0) {
      try {
        for (const key of await which([...waiting.keys()])) {
          waiting.get(key)?.done()
          waiting.delete(key)
        }
      } catch (error) {
        for (const { failed } of waiting.values()) failed(error)
        waiting.clear()
      }
      await sleep(EVERY_MS)
    }
    asking = false
  }

  return (key) =>
    new Promise((done, failed) => {
      waiting.set(key, { done, failed })
      if (!asking) void ask()
    })
}
