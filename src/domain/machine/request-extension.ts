import { addWorkingDays } from '../calendar.js'
import { dueOfDate } from '../due.js'
import { evolve } from '../evolve/evolve.js'
import { reject } from '../situation.js'
import { localDateOf } from '../zone.js'
import { askers, receivedWith } from './asking.js'
import { checkNamedDue } from './named-due.js'
import { type CommandSpec, eventMaker } from './spec.js'
import { takedownPending } from './takedown.js'
import { checkTexts, recordedTexts, textNeeds } from './texts.js'

/**
 * 申请延期: at the latest on the last working day before the due's, for a whole working day that is later. What falls
 * from the due on is held until it is decided; a take-down is never delayed.
 */
export const requestExtension: CommandSpec<'request_extension'> = {
  from: ['notified', 'rectifying', 'returned'],
  guard(situation) {
    const { finding, now, rules } = situation
    const { calendar, policy } = rules
    if (takedownPending(situation) || !finding.due) return reject('DUE_NOT_ALLOWED')
    if (finding.extension) return reject('REQUEST_PENDING')
    // One more may be asked than the policy gives: of that the leader decides.
    if (finding.extensions > policy.extensions.requests) return reject('LIMIT_REACHED')
    const lastDay = addWorkingDays(calendar, finding.due.date, -1)
    return localDateOf(calendar.zone, now) > lastDay ? reject('TOO_LATE_TO_ASK') : null
  },
  needs: ({ finding }) => ['reason_code', 'new_date', ...textNeeds(finding, 'progress')],
  decide(situation, command) {
    const { finding, rules } = situation
    const { request_id, reason_code, new_date, progress } = command
    if (!reason_code) return reject('FIELD_REQUIRED', '/reason_code')
    if (!new_date) return reject('FIELD_REQUIRED', '/new_date')
    const wrong = checkTexts(finding, command, { progress })
    if (wrong) return wrong
    const due = dueOfDate(rules, new_date, null, 'extension_granted')
    const refused = checkNamedDue(situation, due, new_date, '/new_date')
    if (refused) return refused
    const data = {
      id: request_id,
      due,
      reason_code,
      asked_by: askers('request_extension', situation),
    }
    const make = eventMaker('request_extension', situation)
    const received = receivedWith(make, situation)
    // Signing may move the due earlier.
    const { due: current } = received.reduce(evolve, finding)
    if (current && due.at <= current.at) return reject('DUE_NOT_ALLOWED', '/new_date')
    return [...received, make('extension_requested', data, recordedTexts(command, { progress }))]
  },
}
