import type { Finding } from './finding.js'
import type { Instant } from './instant.js'
import { OPEN_STATES, UNITS_TURN } from './vocabulary.js'

/** Whether it is the unit's turn to act. */
export function isUnitsTurn(finding: Pick<Finding, 'state'>): boolean {
  return UNITS_TURN.some((state) => state === finding.state)
}

/** Whether the finding still has a life ahead: neither draft, closed nor withdrawn. */
export function isOpen(finding: Pick<Finding, 'state'>): boolean {
  return OPEN_STATES.some((state) => state === finding.state)
}

/** The fact `overdue`: it is the unit's turn and the due (exclusive) has come. */
export function isOverdue(finding: Pick<Finding, 'state' | 'due'>, now: Instant): boolean {
  return isUnitsTurn(finding) && finding.due !== null && now >= finding.due.at
}

/** Whether nothing is left to wait for: the finding's workflow ends. */
export function isSettled(finding: Pick<Finding, 'state'>): boolean {
  return finding.state === 'closed' || finding.state === 'withdrawn'
}
