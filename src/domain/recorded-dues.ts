import type { NewEvent } from './events.js'
import { evolve } from './evolve/evolve.js'
import { blankFinding, type Due, type Finding } from './finding.js'

/** The dues of a finding, the current one and the original of its tenure. */
export type Dues = Pick<Finding, 'due' | 'original_due'>

/** The dues that a finding's whole record leads to: what its row has to say. */
export function recordedDues(row: Finding, events: readonly NewEvent[]): Dues {
  const { due, original_due } = events.reduce<Finding>(evolve, blankFinding(row))
  return { due, original_due }
}

/** Whether both dues of either end at the same instants, shown as the same days and times. */
export function sameDues(a: Dues, b: Dues): boolean {
  return same(a.due, b.due) && same(a.original_due, b.original_due)
}

function same(a: Due | null, b: Due | null): boolean {
  return a?.at === b?.at && a?.date === b?.date && a?.time === b?.time
}
