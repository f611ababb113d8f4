import { isWorkingDay } from '../calendar.js'
import { dueOfDate } from '../due.js'
import type { Due } from '../finding.js'
import { type LocalDate, plusDays } from '../instant.js'
import { type Rejection, reject, type Situation } from '../situation.js'
import { UNITS_TURN } from '../vocabulary.js'
import { localDateOf } from '../zone.js'
import { type CommandSpec, eventMaker } from './spec.js'
import { takedownPending } from './takedown.js'
import { checkTexts, recordedTexts, textNeeds } from './texts.js'

/** How far away a new due may lie; the same limit as for a fix plan. */
const MAX_DAYS = 366

/** 调整时限: exactly the date the leader names, with a fresh ladder; it never delays a take-down. */
export const reschedule: CommandSpec<'reschedule'> = {
  from: UNITS_TURN,
  guard: (situation) => (takedownPending(situation) ? reject('DUE_NOT_ALLOWED') : null),
  needs: ({ finding }) => ['due_date', ...textNeeds(finding, 'reason')],
  decide(situation, command) {
    const { due_date, time, reason } = command
    const wrong = checkTexts(situation.finding, command, { reason })
    if (wrong) return wrong
    if (!due_date) return reject('FIELD_REQUIRED', '/due_date')
    const due = dueOfDate(situation.rules, due_date, time ?? null, 'rescheduled')
    const refused = checkDue(situation, due, due_date)
    if (refused) return refused
    const make = eventMaker('reschedule', situation)
    return [make('rescheduled', { due }, recordedTexts(command, { reason }))]
  },
}

/** A day the unit cannot be held to is refused: one that is past, off, too far away or of a year not arranged yet. */
function checkDue(
  { finding, now, rules }: Situation,
  due: Due,
  named: LocalDate,
): Rejection | null {
  const { calendar } = rules
  const last = plusDays(localDateOf(calendar.zone, now), MAX_DAYS)
  const allowed = due.at > now && named <= last && isWorkingDay(calendar, named) && !due.provisional
  if (!allowed) return reject('DUE_NOT_ALLOWED', '/due_date')
  return due.at === finding.due?.at ? reject('NOTHING_TO_CHANGE', '/due_date') : null
}
