import type { Case } from '../audit/case.js'
import { evolve } from '../domain/evolve/evolve.js'
import { blankFinding, type Finding } from '../domain/finding.js'

/** How often what was closed was seen again, and how. */
export interface Lookbacks {
  passed: number
  failed: number
}

/** Counts what answered a look-back, by what each re-test changed. Pure. */
export function lookbacksOf(cases: readonly Case[]): Lookbacks {
  let [passed, failed] = [0, 0]
  for (const { stored, events } of cases) {
    let before: Finding = blankFinding(stored.finding)
    for (const event of events) {
      const after = evolve(before, event)
      if (event.type === 'retest_recorded') {
        if (after.seen_again && !before.seen_again) failed += 1
        else if (before.lookback && !after.lookback) passed += 1
      }
      before = after
    }
  }
  return { passed, failed }
}
