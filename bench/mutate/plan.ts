import { basename } from 'node:path'
import type { Mutant } from './mutants.js'

/** A test file as it runs without a mutant. */
export interface Measured {
  test: string
  ms: number
  loaded: ReadonlySet<string>
}

/**
 * The tests that load a mutant's file, in the order in which they should be asked: those named after the file, then
 * those that have killed most of its mutants for their time, then the quickest.
 */
export class Order {
  readonly #kills = new Map<string, number>()
  readonly #tests: readonly Measured[]

  constructor(tests: readonly Measured[]) {
    this.#tests = tests
  }

  testsFor({ file }: Mutant): Measured[] {
    const name = basename(file, '.ts')
    const worth = ({ test, ms }: Measured) => {
      const named = basename(test).startsWith(name) ? 5 : 0
      return (named + 1 + (this.#kills.get(`${file} ${test}`) ?? 0)) / ms
    }
    return this.#tests
      .filter(({ loaded }) => loaded.has(file))
      .toSorted((a, b) => worth(b) - worth(a))
  }

  learn({ file }: Mutant, killedBy: string): void {
    const key = `${file} ${killedBy}`
    this.#kills.set(key, (this.#kills.get(key) ?? 0) + 1)
  }
}

/** Milliseconds after which a test must be over; one that takes longer never ends. */
export function patience({ ms }: Measured): number {
  return Math.ceil(5_000 + ms * 5)
}
