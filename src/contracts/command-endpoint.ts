import { COMMAND_LABELS } from '../domain/labels.js'
import { mayKnock } from '../domain/permissions.js'
import { type PersonCommandName, REJECTIONS } from '../domain/vocabulary.js'
import { findingAnswer } from './findings/finding.js'
import { byId } from './params.js'

/** Commands that verify, end or reopen something, move its time, or decide who works on it or what somebody asked for. */
const SETTLES: readonly PersonCommandName[] = [
  ...(['accept', 'accept_plan', 'close', 'close_unreported', 'withdraw', 'reopen'] as const),
  ...(['exempt_report', 'reschedule', 'reassign', 'decide_request', 'erase_words'] as const),
]

/** What the endpoint of every command has, be it sent to a finding or to a request. */
export function commandEndpoint(name: PersonCommandName) {
  return {
    method: 'POST',
    summary: COMMAND_LABELS[name],
    policy: mayKnock(name),
    step_up: SETTLES.some((one) => one === name),
    params: byId,
    status: 200,
    response: findingAnswer,
    errors: ['LOCKED', 'UNKNOWN_REFERENCE', 'STORAGE_EXCEEDED', ...REJECTIONS],
    idempotent: true,
    if_match: true,
    etag: true,
  } as const
}
