import type { z } from 'zod'
import type { DeadlineView } from '../../commands/view-finding.js'
import type {
  comingMilestone,
  deadline,
  dueChange,
  timeLedger,
} from '../../contracts/findings/deadline.js'
import type { StoredEvent } from '../../db/event.js'
import { workingDaysBetween } from '../../domain/calendar.js'
import { DUE_RULE_LABELS } from '../../domain/due-labels.js'
import { type DueExplanation, explainDue } from '../../domain/explain.js'
import type { Due } from '../../domain/finding.js'
import { EVENT_LABELS, HOLDER_LABELS, MILESTONE_LABELS } from '../../domain/labels.js'
import { isLive, type Milestone } from '../../domain/milestone.js'
import { isOverdue } from '../../domain/overdue.js'
import { RUNG_LABELS } from '../../domain/paper-labels.js'
import type { Rules } from '../../domain/rules.js'
import type { TimeLedger } from '../../domain/time-ledger.js'
import { type MilestoneKind, RUNGS } from '../../domain/vocabulary.js'
import { localDateOf } from '../../domain/zone.js'
import { presentDue } from './finding.js'

/** What the reader of a deadline may see: the office's own limits and look-backs are the office's. */
interface Reader {
  office: boolean
  words: string | null
  events: readonly StoredEvent[]
  /** Rules with the calendar the stored due came from. */
  rules: Rules
}

/** Acts of the clock of which a unit is not told. */
const OFFICE_ONLY: readonly MilestoneKind[] = ['nag_office', 'open_lookback']

/** How the current due came about, what moved it, and what the clock will do next. */
export function presentDeadline(
  { situation, recorded, follows }: DeadlineView,
  { office, words, events, rules }: Reader,
): z.input<typeof deadline> {
  const { finding, milestones, now } = situation
  const { due } = finding
  const explained = due && explainDue(rules, due, words)
  return {
    finding_id: finding.id,
    due: presentDue(due),
    original_due: presentDue(finding.original_due),
    overdue: isOverdue(finding, now),
    working_days_left: due && workingDaysLeft(situation.rules, due, now),
    policy_version: finding.policy_version,
    explanation: explained && presentExplanation(explained),
    recorded_due: presentDue(recorded.due),
    agrees: follows && (explained?.agrees ?? true),
    changes: events.flatMap(dueChangeOf),
    coming: milestones
      .filter((row) => isLive(row) && (office || !OFFICE_ONLY.includes(row.kind)))
      .toSorted((a, b) => (a.at < b.at ? -1 : 1))
      .map(presentMilestone),
  }
}

/** Working days after today up to the due's day; negative once it has passed. */
function workingDaysLeft({ calendar }: Rules, due: Due, now: DeadlineView['situation']['now']) {
  const today = localDateOf(calendar.zone, now)
  return due.date >= today
    ? workingDaysBetween(calendar, today, due.date)
    : -workingDaysBetween(calendar, due.date, today)
}

function presentExplanation(explained: DueExplanation) {
  return {
    ...explained,
    rule_label: DUE_RULE_LABELS[explained.rule],
    skipped: [...explained.skipped],
    adjusted: [...explained.adjusted],
  }
}

function presentMilestone({ kind, step, at, reason }: Milestone): z.input<typeof comingMilestone> {
  const rung = kind === 'climb' ? RUNGS.find((one) => one === step) : undefined
  const label = rung ? RUNG_LABELS[rung] : MILESTONE_LABELS[kind]
  return { kind, step, label, at, reason: { ...reason } }
}

/** The event's due, where it set or moved one. */
function dueChangeOf(event: StoredEvent): z.input<typeof dueChange>[] {
  const due = dueSetBy(event)
  const shown = due && presentDue(due)
  if (!shown) return []
  const { seq, type, effective_at } = event
  return [{ seq, type, label: EVENT_LABELS[type], at: effective_at, due: shown }]
}

function dueSetBy(event: StoredEvent): Due | null {
  switch (event.type) {
    case 'issued':
    case 'acknowledged':
    case 'takedown_reported':
    case 'returned':
    case 'plan_accepted':
    case 'reopened':
    case 'reassigned':
    case 'rescheduled':
    case 'recalculated':
      return event.data.due
    case 'request_decided':
    case 'request_withdrawn':
      return event.data.moved?.due ?? null
    default:
      return null
  }
}

/** Whose working days a finding took. */
export function presentTimeLedger(
  finding_id: string,
  { stretches, working_days }: TimeLedger,
): z.input<typeof timeLedger> {
  return {
    finding_id,
    stretches: stretches.map((one) => ({ ...one, label: HOLDER_LABELS[one.holder] })),
    working_days: { ...working_days },
  }
}
