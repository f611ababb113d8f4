import { setTimeout as sleep } from 'node:timers/promises'
import { createHistogram, type Latencies } from './histogram.js'

/**
 * One caller with planned send times: `work` is due every so often, and what starts late because the last one was
 * slow is counted from when it was due. So a stall shows in every request it held up.
 */
export async function onSchedule(
  perSecond: number,
  works: readonly (() => Promise<unknown>)[],
): Promise<Latencies> {
  const latencies = createHistogram()
  const begin = performance.now()
  for (const [index, work] of works.entries()) {
    const due = begin + (index * 1_000) / perSecond
    const wait = due - performance.now()
    if (wait > 0) await sleepUntil(due)
    await work()
    latencies.record(performance.now() - due)
  }
  return latencies
}

/** Timers are a millisecond coarse and late; the last of it is passed turning over the event loop. */
async function sleepUntil(due: number): Promise<void> {
  const wait = due - performance.now() - 2
  if (wait > 0) await sleep(wait)
  while (performance.now() < due) await new Promise((turn) => setImmediate(turn))
}
