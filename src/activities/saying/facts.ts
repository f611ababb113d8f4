import type { FindingFact } from '../../db/facts.js'
import { workingDaysBetween } from '../../domain/calendar.js'
import { lateBy } from '../../domain/due.js'
import type { Due } from '../../domain/finding.js'
import { missedStep } from '../../domain/fix-plan.js'
import type { Instant, LocalDate } from '../../domain/instant.js'
import { isOverdue, isUnitsTurn } from '../../domain/overdue.js'
import type { Rules } from '../../domain/rules.js'
import { localDateOf } from '../../domain/zone.js'
import type { DigestLine } from '../../mail/messages/digest.js'
import type { DueFacts, FindingFacts } from '../../mail/messages/facts.js'

/** The moment at which something is said, and the office's rules by which days are counted. */
export interface Moment {
  now: Instant
  today: LocalDate
  rules: Rules
}

/** A stored finding as the mails know it; its due only while it runs. */
export function factsOf(fact: FindingFact, moment: Moment): FindingFacts {
  const { id, number, unit_name, handling, urgent, category, problem, medium, place, asset } = fact
  const notice = { number: fact.notice_number, title: fact.notice_title }
  const due = dueFacts(fact, moment)
  return {
    id,
    number,
    notice,
    unit_name,
    handling,
    urgent,
    category,
    problem,
    medium,
    place,
    asset,
    due,
  }
}

/** A finding as a line of its unit's digest; null when the unit owes nothing on it any more. */
export function digestLine(fact: FindingFact, moment: Moment): DigestLine | null {
  const facts = factsOf(fact, moment)
  if (!facts.due) return null
  const { next_rung, next_rung_at } = fact
  const { zone } = moment.rules.calendar
  return {
    finding: { ...facts, due: facts.due },
    missed_step: missedStep(fact, moment.now, zone),
    next_rung:
      next_rung && next_rung_at ? { rung: next_rung, on: localDateOf(zone, next_rung_at) } : null,
  }
}

function dueFacts(fact: FindingFact, { now, today, rules }: Moment): DueFacts | null {
  const due = dueOf(fact)
  if (!due || !isUnitsTurn(fact)) return null
  const { date, time, provisional } = due
  const overdue = isOverdue({ ...fact, due }, now)
  const working_days = overdue
    ? lateBy(rules, due, now)
    : workingDaysBetween(rules.calendar, today, date)
  return { date, time, provisional, overdue, working_days }
}

/** The due of a finding, whole. */
export function dueOf({
  due_at: at,
  due_date: date,
  due_time: time,
  ...fact
}: FindingFact): Due | null {
  const { due_provisional: provisional, due_basis: basis } = fact
  if (at === null || date === null || provisional === null || basis === null) return null
  return { at, date, time, provisional, basis }
}
