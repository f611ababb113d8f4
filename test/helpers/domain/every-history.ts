import fc from 'fast-check'
import tap, { type Test } from 'tap'
import { type History, histories } from './history.js'

/** More than the usual handful, for a night's hunt: `HISTORIES=10000 STEPS=60 npx tap …`. */
const RUNS = Number(process.env['HISTORIES'] ?? 100)
/** Milliseconds one may take, on a machine that is busy. */
const PATIENCE = 1_000

tap.setTimeout(300_000 + RUNS * PATIENCE)

/** Rules in the words of lifecycle.md, each with what throws where a history breaks it. */
export type Laws = Readonly<Record<string, (history: History) => void>>

/** Tries every law on the same random histories; a broken one is shrunk and named. */
export function everyHistory(t: Test, laws: Laws): void {
  const obeyed = fc.property(histories, (history) => {
    for (const [name, check] of Object.entries(laws)) {
      try {
        check(history)
      } catch (error) {
        throw new Error(`broken: ${name}`, { cause: error })
      }
    }
  })
  fc.assert(obeyed, { numRuns: RUNS })
  for (const name of Object.keys(laws)) t.pass(name)
}
