import { lateBy } from '../due.js'
import { dueAfterPause, dueAfterRefusal } from '../due-of-request.js'
import type { MovedDue } from '../events.js'
import { isUnitsTurn } from '../overdue.js'
import { deciderOf } from '../permissions.js'
import type { Waiting } from '../requests.js'
import { type Rejection, reject, type Situation } from '../situation.js'
import { OPEN_STATES, type Verdict } from '../vocabulary.js'
import { leaderFor, somethingWaits, waitingFor } from './asking.js'
import { type CommandSpec, eventMaker } from './spec.js'
import { checkTexts, recordedTexts, textNeeds } from './texts.js'

/**
 * 审批申请. An extension granted is exactly the date asked for, also for an answer that waits; refused, it leaves at
 * least the next working day. A dispute upheld ends the finding; refused, the clock goes on.
 */
export const decideRequest: CommandSpec<'decide_request'> = {
  from: OPEN_STATES,
  guard: somethingWaits,
  needs: ({ finding }) => ['verdict', ...textNeeds(finding, 'reason')],
  decide(situation, command) {
    const { finding } = situation
    const { request_id, verdict, reason } = command
    const waiting = waitingFor(finding, request_id)
    if (!waiting) return reject('NO_SUCH_REQUEST', '/request_id')
    const by = deciderOf('decide_request', situation).person_id
    if (by === null) return reject('ROLE_NOT_ALLOWED')
    const barred = leaderFor('decide_request', situation, waiting) ?? apart(situation, waiting, by)
    if (barred) return barred
    if (!verdict) return reject('FIELD_REQUIRED', '/verdict')
    const wrong = checkTexts(finding, command, { reason }) ?? grantable(situation, waiting, verdict)
    if (wrong) return wrong
    const { kind, request } = waiting
    const moved = movedBy(situation, waiting, verdict)
    const working_days_late = lateness(situation, moved)
    const judged = working_days_late === null ? null : (finding.round?.number ?? null)
    const data = { id: request.id, kind, verdict, by, moved, working_days_late, round: judged }
    const make = eventMaker('decide_request', situation)
    const decided = make('request_decided', data, recordedTexts(command, { reason }))
    if (kind !== 'dispute' || verdict !== 'granted') return [decided]
    return [decided, make('withdrawn', { reason_code: 'dispute_upheld', from: finding.state })]
  },
}

/** SAME_PERSON where the unit's own requester decides, or the issuer without another person's proposal. */
function apart({ finding, actor }: Situation, { request }: Waiting, by: string): Rejection | null {
  const asked = [by, actor.person_id].some((id) => id !== null && request.asked_by.includes(id))
  const proposed = request.proposal !== null && request.proposal.by !== by
  return asked || (by === finding.issued_by && !proposed) ? reject('SAME_PERSON') : null
}

/** A date that has passed meanwhile, or that would shorten the unit's time, can only be refused. */
function grantable(
  { finding, now }: Situation,
  waiting: Waiting,
  verdict: Verdict,
): Rejection | null {
  if (waiting.kind !== 'extension' || verdict !== 'granted') return null
  const { at } = waiting.request.due
  const past = isUnitsTurn(finding) && at <= now
  return past || (finding.due && at <= finding.due.at)
    ? reject('DUE_NOT_ALLOWED', '/verdict')
    : null
}

function movedBy(
  { finding, now, rules }: Situation,
  waiting: Waiting,
  verdict: Verdict,
): MovedDue | null {
  if (waiting.kind === 'dispute') {
    return verdict === 'refused' ? dueAfterPause(rules, finding, now) : null
  }
  if (verdict === 'granted') return { due: waiting.request.due, late_from: null }
  // While an answer waits its due is stopped.
  const due = finding.due && isUnitsTurn(finding) && dueAfterRefusal(rules, now, finding.due)
  return due ? { due, late_from: finding.late_from } : null
}

/** How late the answer that waits is by the due it now has. */
function lateness({ finding, rules }: Situation, moved: MovedDue | null): number | null {
  const { round } = finding
  return moved && round ? lateBy(rules, moved.due, round.effective_at) : null
}
