import { addWorkingDays, leansOnProvisional, previousWorkingDay } from '../calendar.js'
import type { DeliveryProof } from '../events.js'
import type { Due, Finding } from '../finding.js'
import { earlyOf } from '../hours.js'
import { dateOf, daysBetween, type Instant, type LocalDate } from '../instant.js'
import type { Milestone, Wanted } from '../milestone.js'
import { isUnitsTurn } from '../overdue.js'
import type { Rules } from '../rules.js'
import { isAwaited, supportDue, supportStep } from '../support.js'
import { type MilestoneKind, RUNGS } from '../vocabulary.js'
import { endOfDay, localDateOf } from '../zone.js'
import { nags } from './office-limits.js'

/**
 * Every milestone the finding's running plan consists of, past and future, by the rules of lifecycle.md and
 * the policy defaults of time.md. Nothing for drafts and settled findings.
 */
export function planOf(finding: Finding, rules: Rules, proof: DeliveryProof | null): Wanted[] {
  return [...turn(finding, rules, proof), ...nags(finding, rules), ...lookbacks(finding, rules)]
}

function turn(finding: Finding, rules: Rules, proof: DeliveryProof | null): Wanted[] {
  const { due } = finding
  if (!isUnitsTurn(finding) || !due) return []
  return [
    ...receipt(finding, due, rules, proof),
    ...reminders(finding, due, rules),
    ...delegateReminders(finding, due, rules),
    ...supportReminders(finding, due, rules),
    { kind: 'fall_due', step: 0, at: due.at, reason: { due_date: due.date } },
    ...ladder(finding, due, rules),
    ...steps(finding, due, rules),
  ]
}

/** The working day after each step of a fix plan; the last day's own due speaks for a step on it. */
function steps({ fix_steps }: Finding, due: Due, { calendar, hours }: Rules): Wanted[] {
  return (fix_steps ?? []).flatMap((on, index) => {
    if (on >= due.date) return []
    const at = earlyOf(calendar, hours, addWorkingDays(calendar, on, 1))
    return [{ kind: 'progress_due' as const, step: index + 1, at, reason: { on } }]
  })
}

/** The working day after each day on which to look again; what was seen again needs no further look. */
function lookbacks(finding: Finding, { calendar, hours }: Rules): Wanted[] {
  if (finding.state !== 'closed' || finding.seen_again) return []
  return (finding.lookbacks ?? []).map((on, index) => {
    const at = earlyOf(calendar, hours, addWorkingDays(calendar, on, 1))
    return { kind: 'open_lookback', step: index + 1, at, reason: { on } }
  })
}

/**
 * Receipt is deemed some working days after service or at the due, if earlier. Once that was doubted, later proof
 * deems it, counted from its day; proof dated in time that only became known later, at the first instant after all.
 */
function receipt(finding: Finding, due: Due, rules: Rules, proof: DeliveryProof | null): Wanted[] {
  if (finding.state !== 'notified' || !finding.service_date) return []
  const { calendar, policy } = rules
  const deemed = (from: typeof finding.service_date) =>
    endOfDay(calendar.zone, addWorkingDays(calendar, from, policy.deem_receipt_days))
  const afterService = deemed(finding.service_date)
  const first = due.at < afterService ? due.at : afterService
  const working_days = policy.deem_receipt_days
  if (!finding.receipt_unproven) {
    const reason = { served_on: finding.service_date, working_days }
    return [{ kind: 'deem_received', step: 1, at: first, reason }]
  }
  if (!proof) return []
  const proved_on = localDateOf(calendar.zone, proof.at)
  const at = proof.at > first ? deemed(proved_on) : first
  return [{ kind: 'deem_received', step: 2, at, reason: { proved_on, working_days } }]
}

/**
 * Steps count working days before the due, or before the last working day where the due is a day off; none comes at
 * or after a due at an early hour. An urgent take-down is hours away and gets none.
 */
function reminders(finding: Finding, due: Due, rules: Rules): Wanted[] {
  if (finding.urgent && finding.taken_down_at === null) return []
  return remindersBefore(due.date, due, rules).map(({ offset, at }) => {
    const reason = { working_days: offset, due_date: due.date }
    return { kind: 'remind', step: 0 - offset, at, reason }
  })
}

/**
 * The same before the unit's own, inner due of what it delegated, as long as the due itself has not passed. One delegated
 * anew with another day has reminders of its own, whatever came before: the day is in the step.
 */
function delegateReminders({ delegated_to }: Finding, due: Due, rules: Rules): Wanted[] {
  const { inner_due = null, done_at } = delegated_to ?? {}
  if (!inner_due || done_at) return []
  return remindersBefore(inner_due, due, rules).map(({ offset, at }) => {
    const reason = { working_days: offset, due_date: inner_due }
    const step = daysBetween(EPOCH, inner_due) * 100 - offset
    return { kind: 'remind_delegate', step, at, reason }
  })
}

const EPOCH = dateOf('1970-01-01')

/** The same for each unit that still has to help, before the earlier day that it has; none where its unit gets none either. */
function supportReminders(finding: Finding, due: Due, rules: Rules): Wanted[] {
  if (finding.urgent && finding.taken_down_at === null) return []
  return (finding.supports ?? []).flatMap((support, place) => {
    const day = isAwaited(support) ? supportDue(finding, support, rules) : null
    if (!day) return []
    return remindersBefore(day, due, rules).map(({ offset, at }): Wanted => {
      const reason = { working_days: offset, due_date: day }
      return { kind: 'remind_support', step: supportStep(place, day, offset), at, reason }
    })
  })
}

/** The policy's reminders before a day, none of them at or after the due. */
function remindersBefore(
  date: LocalDate,
  due: Due,
  { calendar, hours, policy }: Rules,
): { offset: number; at: Instant }[] {
  const last = previousWorkingDay(calendar, date)
  return policy.reminder_offsets
    .map((offset) => {
      const day = offset === 0 ? last : addWorkingDays(calendar, last, offset)
      return { offset, at: earlyOf(calendar, hours, day) }
    })
    .filter(({ at }) => at < due.at)
}

/**
 * Rung k above the rung r the ladder started from comes offset(k) − offset(r) working days after the due, also where
 * the due was moved on the way and some of its rungs are climbed. Nothing escalates on a date that leans on a year
 * without an announced calendar: such rungs are held back.
 */
function ladder(finding: Finding, due: Due, rules: Rules): Wanted[] {
  if (due.provisional) return []
  const { calendar, hours, policy } = rules
  const offset = (rung: number) => (rung === 0 ? 0 : (policy.rung_offsets[rung - 1] ?? 0))
  return RUNGS.filter((rung) => rung > finding.rung).flatMap((rung) => {
    const working_days = offset(rung) - offset(finding.rung_base)
    const day = addWorkingDays(calendar, due.date, working_days)
    if (leansOnProvisional(calendar, due.date, day)) return []
    const at = earlyOf(calendar, hours, day)
    return [{ kind: 'climb', step: rung, at, reason: { working_days, due_date: due.date } }]
  })
}

/** Kinds whose timers are spread over the minutes before opening, for load only. */
const SPREAD: readonly MilestoneKind[] = [
  'remind',
  'climb',
  'nag_office',
  'progress_due',
  'open_lookback',
  'remind_delegate',
  'remind_support',
]

/** Whether a kind's timer may fire later than its legal instant by the finding's spread. */
export function isSpread(kind: MilestoneKind): boolean {
  return SPREAD.includes(kind)
}

/** The earliest live milestone by instant, or null. */
export function earliest(milestones: readonly Milestone[]): { at: Instant; row: Milestone } | null {
  const live = milestones.filter((row) => row.outcome === null)
  const row = live.toSorted((a, b) => (a.at < b.at ? -1 : 1))[0]
  return row ? { at: row.at, row } : null
}
