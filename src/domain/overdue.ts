import type { Finding } from './finding.js'
import type { Instant } from './instant.js'
import { isLive, type Milestone } from './milestone.js'
import { OPEN_STATES, type RequestKind, UNITS_TURN } from './vocabulary.js'

/** Whether it is the unit's turn to act. */
export function isUnitsTurn(finding: Pick<Finding, 'state'>): boolean {
  return UNITS_TURN.some((state) => state === finding.state)
}

/** Whether the finding still has a life ahead: neither draft, closed nor withdrawn. */
export function isOpen(finding: Pick<Finding, 'state'>): boolean {
  return OPEN_STATES.some((state) => state === finding.state)
}

/** What tells whether a finding is overdue. */
export type Owed = Pick<Finding, 'state' | 'due' | RequestKind>

/** The fact `overdue`: it is the unit's turn, the due (exclusive) has come, and no extension or pause is running. */
export function isOverdue(finding: Owed, now: Instant): boolean {
  const passed = finding.due !== null && now >= finding.due.at
  return isUnitsTurn(finding) && passed && !isHeldBack(finding)
}

/** Whether the due waits for the decision on a request: an extension, or one that pauses. */
export function isHeldBack(finding: Pick<Finding, RequestKind>): boolean {
  return finding.extension !== null || isPaused(finding)
}

/** Whether the unit's clock stands still until what it asks is decided. */
export function isPaused({ dispute, transfer }: Pick<Finding, 'dispute' | 'transfer'>): boolean {
  return (dispute?.pauses ?? false) || (transfer?.pauses ?? false)
}

/** When the unit that has the finding got it back by a reopening, as it does without another service; null where it did not. */
export function reopenedAt({
  cycle_since,
  served_at,
}: Pick<Finding, 'cycle_since' | 'served_at'>): Instant | null {
  return (cycle_since ?? '') > (served_at ?? '') ? cycle_since : null
}

/** Whether nothing is left to wait for, withdrawn or closed with no look-back left: the finding's workflow ends. */
export function isSettled(
  { state, lookback }: Pick<Finding, 'state' | 'lookback'>,
  milestones: readonly Pick<Milestone, 'outcome'>[],
): boolean {
  if (state === 'closed') return lookback === null && !milestones.some(isLive)
  return state === 'withdrawn'
}
