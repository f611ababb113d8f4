import type { Mutant } from './mutants.js'

/** What a runner is asked: to run one test file, over the files as they are or with one change. */
export interface Ask {
  test: string
  mutant: Mutant | null
}

/** What it answers. `loaded` are the project's files that the test runs on. */
export interface Answer {
  answer: 'ran'
  passed: boolean
  ms: number
  loaded: readonly string[]
}
