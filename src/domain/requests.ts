import type { Finding, OpenDispute, OpenExtension } from './finding.js'
import { daysBetween } from './instant.js'
import { isPaused } from './overdue.js'
import type { Policy } from './policy.js'
import {
  type MilestoneKind,
  type OfficeLimit,
  REQUEST_KINDS,
  type RequestKind,
} from './vocabulary.js'

/** A request that waits, with its kind. */
export type Waiting =
  | { kind: 'extension'; request: OpenExtension }
  | { kind: 'dispute'; request: OpenDispute }

/** Whether the office's limit is one for a request. */
export function isRequestKind(limit: OfficeLimit): limit is RequestKind {
  return REQUEST_KINDS.some((kind) => kind === limit)
}

/** What the unit has asked and waits for, at most one of each kind. */
export function waitingRequests({
  extension,
  dispute,
}: Pick<Finding, 'extension' | 'dispute'>): Waiting[] {
  return [
    ...(extension ? [{ kind: 'extension' as const, request: extension }] : []),
    ...(dispute ? [{ kind: 'dispute' as const, request: dispute }] : []),
  ]
}

/**
 * Whether a request holds the milestones of a kind: a pending extension those from the due on, the pause of a dispute
 * all but the office's own.
 */
export function isHeld(finding: Finding, kind: MilestoneKind): boolean {
  if (kind === 'nag_office') return false
  const fromDue = kind === 'fall_due' || kind === 'climb'
  return isPaused(finding) || (fromDue && finding.extension !== null)
}

/** Calendar days by which an extension would move the due. */
export function daysAsked({ due }: Pick<Finding, 'due'>, extension: OpenExtension): number {
  return due ? daysBetween(due.date, extension.due.date) : 0
}

/**
 * Whether only a leader decides: a dispute of a veto or major finding, an extension beyond those the policy gives, or
 * more calendar days in all than it does.
 */
export function leaderDecides(
  finding: Pick<Finding, 'due' | 'severity' | 'extensions' | 'extension_days'>,
  waiting: Waiting,
  { extensions }: Policy,
): boolean {
  if (waiting.kind === 'dispute') return ['veto', 'major'].includes(finding.severity)
  const days = finding.extension_days + daysAsked(finding, waiting.request)
  return finding.extensions >= extensions.requests || days > extensions.calendar_days
}
