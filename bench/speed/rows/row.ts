import type { Figures } from '../aims.js'
import type { Sizes } from '../sizes.js'
import type { BenchOffice } from '../world/office.js'
import type { BenchSystem } from '../world/system.js'

/** What a row of the bench gives: its figures, and in words what they mean and how far they spread. */
export interface Measured<F extends keyof Figures> {
  figures: Pick<Figures, F>
  notes: readonly string[]
}

/** What every row is given. */
export interface Bench {
  system: BenchSystem
  /** Where single findings live and die. */
  office: BenchOffice
  sizes: Sizes
}

/** A number for a note. */
export function shown(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3)
}
