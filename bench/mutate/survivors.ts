import type { Mutant } from './mutants.js'

/** A change that no test can or need notice, and why. */
export interface Survivor extends Pick<Mutant, 'file' | 'kind' | 'was'> {
  why: string
}

export const SURVIVORS: readonly Survivor[] = []

/** Why this mutant may live, or null when nobody has said. */
export function reasonFor(mutant: Mutant): string | null {
  const known = SURVIVORS.find(
    ({ file, kind, was }) =>
      mutant.file.endsWith(file) && kind === mutant.kind && was === mutant.was,
  )
  return known?.why ?? null
}
