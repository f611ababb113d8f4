import { differingFields } from './differing-fields.js'
import type { NewEvent } from './events.js'
import { evolve } from './evolve/evolve.js'
import { blankFinding, type Finding } from './finding.js'

/** The fields in which a finding's row says something else than its whole record leads to. */
export function unlikeRecord(row: Finding, events: readonly NewEvent[]): string[] {
  return differingFields(events.reduce<Finding>(evolve, blankFinding(row)), row)
}
