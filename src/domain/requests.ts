import { addWorkingDays, type Calendar } from './calendar.js'
import type { Finding } from './finding.js'
import { daysBetween, type Instant, type LocalDate } from './instant.js'
import type { OpenDispute, OpenExtension, OpenTransfer } from './open-request.js'
import { isPaused } from './overdue.js'
import type { Policy } from './policy.js'
import {
  type MilestoneKind,
  type OfficeLimit,
  REQUEST_KINDS,
  type RequestKind,
} from './vocabulary.js'
import { endOfDay, localDateOf } from './zone.js'

/** A request that waits, with its kind. */
export type Waiting =
  | { kind: 'extension'; request: OpenExtension }
  | { kind: 'dispute'; request: OpenDispute }
  | { kind: 'transfer'; request: OpenTransfer }

/** One that makes the clock stand still. */
export type Pausing = Exclude<Waiting, { kind: 'extension' }>

/** Working days in which the unit that a transfer proposes is to say whether it would take the finding (lifecycle.md). */
const VIEW_DAYS = 1

/** The last day for that view. */
export function viewBy(calendar: Calendar, asked_at: Instant): LocalDate {
  return addWorkingDays(calendar, localDateOf(calendar.zone, asked_at), VIEW_DAYS)
}

/** Whether at an instant that day is over without a view: the office decides without one. */
export function isViewMissed(
  calendar: Calendar,
  { asked_at, viewed }: { asked_at: Instant; viewed: boolean },
  at: Instant,
): boolean {
  return !viewed && at >= endOfDay(calendar.zone, viewBy(calendar, asked_at))
}

/** Whether the office's limit is one for a request. */
export function isRequestKind(limit: OfficeLimit): limit is RequestKind {
  return REQUEST_KINDS.some((kind) => kind === limit)
}

/** What the unit has asked and waits for, at most one of each kind. */
export function waitingRequests({
  extension,
  ...objections
}: Pick<Finding, RequestKind>): Waiting[] {
  const more = extension ? [{ kind: 'extension' as const, request: extension }] : []
  return [...more, ...objecting(objections)]
}

function objecting({ dispute, transfer }: Pick<Finding, 'dispute' | 'transfer'>): Pausing[] {
  return [
    ...(dispute ? [{ kind: 'dispute' as const, request: dispute }] : []),
    ...(transfer ? [{ kind: 'transfer' as const, request: transfer }] : []),
  ]
}

/** The requests for which the unit's clock stands still. */
export function pausing(finding: Pick<Finding, 'dispute' | 'transfer'>): Pausing[] {
  return objecting(finding).filter(({ request }) => request.pauses)
}

/**
 * Whether a request holds the milestones of a kind: a pending extension those from the due on, a pause
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
  if (waiting.kind === 'transfer') return false
  if (waiting.kind === 'dispute') return ['veto', 'major'].includes(finding.severity)
  const days = finding.extension_days + daysAsked(finding, waiting.request)
  return finding.extensions >= extensions.requests || days > extensions.calendar_days
}
