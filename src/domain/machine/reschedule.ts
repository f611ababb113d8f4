import { dueOfDate } from '../due.js'
import { reject } from '../situation.js'
import { UNITS_TURN } from '../vocabulary.js'
import { checkNamedDue } from './named-due.js'
import { type CommandSpec, eventMaker } from './spec.js'
import { takedownPending } from './takedown.js'
import { checkTexts, recordedTexts, textNeeds } from './texts.js'

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
    const refused = checkNamedDue(situation, due, due_date, '/due_date')
    if (refused) return refused
    if (due.at === situation.finding.due?.at) return reject('NOTHING_TO_CHANGE', '/due_date')
    const make = eventMaker('reschedule', situation)
    return [make('rescheduled', { due }, recordedTexts(command, { reason }))]
  },
}
