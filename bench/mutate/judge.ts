import type { Mutant } from './mutants.js'
import { type Measured, Order, patience } from './plan.js'
import { Runner } from './runners.js'

/** What became of a mutant. */
export type Fate = 'killed' | 'endless' | 'survived'

export interface Judged {
  mutant: Mutant
  fate: Fate
}

const MEASURE_MS = 120_000

/** Runs every test once as it is. Throws when one does not pass: then it could not judge either. */
export async function measure(tests: readonly string[], stop: AbortSignal): Promise<Measured[]> {
  const runner = new Runner(stop)
  const measured: Measured[] = []
  try {
    for (const test of tests) {
      const said = await runner.ask({ test, mutant: null }, MEASURE_MS)
      if (!said?.passed) throw new Error(`${test} does not pass`)
      measured.push({ test, ms: said.ms, loaded: new Set(said.loaded) })
    }
    return measured
  } finally {
    runner.stop()
  }
}

/** Judges all mutants with so many processes at once, or as many as there is time for; tells each as it is judged. */
export async function judgeAll(
  mutants: readonly Mutant[],
  tests: readonly Measured[],
  {
    processes,
    tell,
    stop,
  }: { processes: number; tell: (judged: Judged) => void; stop: AbortSignal },
): Promise<Judged[]> {
  const order = new Order(tests)
  const waiting = [...mutants]
  const judged: Judged[] = []
  const work = async () => {
    const runner = new Runner(stop)
    try {
      for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
        const fate = await judge(runner, mutant, order)
        if (stop.aborted) return
        judged.push({ mutant, fate })
        tell({ mutant, fate })
      }
    } finally {
      runner.stop()
    }
  }
  await Promise.all(Array.from({ length: processes }, work))
  return judged
}

/** Asks one test after the other until one notices. */
async function judge(runner: Runner, mutant: Mutant, order: Order): Promise<Fate> {
  for (const measured of order.testsFor(mutant)) {
    const said = await runner.ask({ test: measured.test, mutant }, patience(measured))
    if (!said) return 'endless'
    if (!said.passed) {
      order.learn(mutant, measured.test)
      return 'killed'
    }
  }
  return 'survived'
}
