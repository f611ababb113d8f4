import { createHistogram, type Latencies } from '../drive/histogram.js'
import { inLanes } from '../drive/lanes.js'
import type { Issue, Life, Rival } from './rival.js'

/** How many findings go through their life, in notices of how many, by how many callers at once. */
export interface Load {
  findings: number
  perNotice: number
  callers: number
}

/** Whole lifecycles a second, as fast as answers come; the time ends when nothing is left to tell or running. */
export async function backToBack(rival: Rival, load: Load): Promise<number> {
  const issues = await rival.prepare(load.findings, load.perNotice)
  return timed(rival, load, issues, async (life) => {
    for (const step of life.steps) await step()
  })
}

/** The same, but nobody acts before the last act has reached the finding's workflow. */
export async function paced(rival: Rival, load: Load): Promise<number> {
  const issues = await rival.prepare(load.findings, load.perNotice)
  return timed(rival, load, issues, async ({ id, steps }) => {
    await rival.reached(id, 1)
    for (const [index, step] of steps.entries()) {
      await step()
      await rival.reached(id, index + 2)
    }
  })
}

async function timed(
  rival: Rival,
  { findings, callers }: Load,
  issues: readonly Issue[],
  live: (life: Life) => Promise<void>,
): Promise<number> {
  const ids: string[] = []
  const started = performance.now()
  const waiting: Life[] = []
  const left = [...issues]
  // Whoever finds no finding waiting issues the next notice; the others wait for the same one.
  let issuing: Promise<void> = Promise.resolve()
  const next = async (): Promise<Life | undefined> => {
    for (;;) {
      const life = waiting.shift()
      if (life) return life
      await issuing
      if (waiting.length > 0) continue
      const issue = left.shift()
      if (!issue) return undefined
      issuing = issue().then((lives) => void waiting.push(...lives))
      await issuing
    }
  }
  const caller = async () => {
    for (let life = await next(); life; life = await next()) {
      ids.push(life.id)
      await live(life)
    }
  }
  await Promise.all(Array.from({ length: callers }, caller))
  await rival.settled(ids)
  if (ids.length !== findings) throw new Error(`${ids.length} of ${findings} findings lived`)
  return (findings * 1_000) / (performance.now() - started)
}

/** Every remaining step of these findings by so many callers at once: commands a second, and how long each took. */
export async function commandsPerSecond(
  lives: readonly Life[],
  callers: number,
): Promise<{ perSecond: number; latencies: Latencies }> {
  const latencies = createHistogram()
  const started = performance.now()
  await inLanes(lives, callers, async ({ steps }) => {
    for (const step of steps) {
      const sent = performance.now()
      await step()
      latencies.record(performance.now() - sent)
    }
  })
  const seconds = (performance.now() - started) / 1_000
  return { perSecond: latencies.count / seconds, latencies }
}
