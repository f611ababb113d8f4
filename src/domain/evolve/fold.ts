import type { EventData, NewEvent } from '../events.js'
import type { Due, Finding } from '../finding.js'
import type { EventType } from '../vocabulary.js'

export type Change = Partial<Finding>

/** What one event type changes in the row. */
export type Fold<T extends EventType> = (
  finding: Finding,
  data: EventData[T],
  event: NewEvent,
) => Change

/** A new plan: raised when the turn, the unit or the current due changes. `last_plan` never falls. */
export function newPlan(finding: Finding): Pick<Finding, 'plan' | 'last_plan' | 'fell_due_plan'> {
  const plan = finding.last_plan + 1
  return { plan, last_plan: plan, fell_due_plan: null }
}

/** What no longer waits once a finding ends, or a fix plan answers it. */
export const NOTHING_ASKED = { extension: null, dispute: null, transfer: null } as const

/** What a new cycle or tenure begins with: nothing delegated, done, late, returned, asked or reported. */
export const COUNTED_ANEW = {
  delegated_to: null,
  progress: null,
  progress_at: null,
  fix_steps: null,
  highest_rung: 0,
  late_from: null,
  round: null,
  returns: 0,
  formal_returns: 0,
  extensions: 0,
  extension_days: 0,
  disputes: 0,
  transfers: 0,
  reported: 'no',
} as const

/** A due that the office names is exactly that: of a pause that runs only what follows moves it. */
export function pausedAnew({ dispute, transfer }: Finding, { effective_at }: NewEvent): Change {
  return {
    ...(dispute ? { dispute: { ...dispute, paused_since: effective_at } } : {}),
    ...(transfer ? { transfer: { ...transfer, paused_since: effective_at } } : {}),
  }
}

/** A new due with a fresh ladder. */
export function newDue(finding: Finding, due: Due): Change {
  return { ...newPlan(finding), due, rung: 0, rung_base: 0 }
}
