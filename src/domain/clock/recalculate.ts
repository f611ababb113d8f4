import { dueMovedBy } from '../due-again.js'
import type { EventData } from '../events.js'
import type { Due } from '../finding.js'
import { serviceDate } from '../hours.js'
import type { LocalDate } from '../instant.js'
import { isLive, type Milestone } from '../milestone.js'
import { isOpen } from '../overdue.js'
import { type Situation, SYSTEM } from '../situation.js'
import { advance } from './advance.js'

/**
 * What the calendar of the rules moves of a finding that was planned by an earlier one; null where everything stands as it
 * says. Of an answer that waits, what it claimed to meet moves too, and the lateness it was sealed with stays.
 */
export function calendarMoves(situation: Situation): EventData['recalculated'] | null {
  const { finding, rules } = situation
  const { due, late_from, round, extension } = finding
  const moved = (one: Due | null | undefined) =>
    (isOpen(finding) && one && dueMovedBy(rules, one, situation.now)) || null
  const moves = {
    due: moved(due),
    late_from: moved(late_from),
    claimed: moved(round?.claimed_due),
    before: moved(round?.before.due),
    asked: moved(extension?.due),
    service_date: servedAgain(situation),
  }
  const was_at = moves.due && due ? due.at : null
  const data = { calendar_version: rules.calendar.version, was_at, ...moves }
  const any = Object.values(moves).some((one) => one !== null)
  return any || movesRows(situation, data) ? data : null
}

function servedAgain({ finding, rules }: Situation): LocalDate | null {
  const { state, served_at, service_date } = finding
  if (state !== 'notified' || !served_at) return null
  const date = serviceDate(rules.calendar, rules.hours, served_at)
  return date === service_date ? null : date
}

function movesRows(situation: Situation, data: EventData['recalculated']): boolean {
  const event = { type: 'recalculated', data, texts: null, effective_at: situation.now } as const
  const { milestones } = advance(situation, { ...event, actor: SYSTEM })
  const keyOf = ({ plan, kind, step }: Milestone) => `${plan}/${kind}/${step}`
  const before = new Map(situation.milestones.map((row) => [keyOf(row), row]))
  return milestones.some((row) => differs(row, before.get(keyOf(row))))
}

function differs(row: Milestone, before: Milestone | undefined): boolean {
  return !before || row.at !== before.at || isLive(row) !== isLive(before)
}
