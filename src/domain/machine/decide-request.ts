import { lateBy } from '../due.js'
import { dueAfterPause, dueAfterRefusal } from '../due-of-request.js'
import type { MovedDue, NewEvent, Texts } from '../events.js'
import { isUnitsTurn } from '../overdue.js'
import { deciderOf } from '../permissions.js'
import type { Waiting } from '../requests.js'
import { type Rejection, reject, type Situation } from '../situation.js'
import { OPEN_STATES, type Verdict } from '../vocabulary.js'
import { leaderFor, noneOf, waitingFor } from './asking.js'
import { serveAnew } from './reassign.js'
import { type CommandSpec, eventMaker } from './spec.js'
import { checkTexts, recordedTexts, textNeeds } from './texts.js'

/**
 * 审批申请. An extension granted is exactly the date asked for, also for an answer that waits; refused, it leaves at
 * least the next working day. A dispute upheld ends the finding, a transfer granted gives it to the unit proposed;
 * refused, the clock goes on.
 */
export const decideRequest: CommandSpec<'decide_request'> = {
  from: OPEN_STATES,
  guard: (situation) => noneOf(situation, barred),
  needs: ({ finding }) => ['verdict', ...textNeeds(finding, 'reason')],
  decide(situation, command) {
    const { finding } = situation
    const { request_id, verdict, reason } = command
    const waiting = waitingFor(finding, request_id)
    if (!waiting) return reject('NO_SUCH_REQUEST', '/request_id')
    const by = deciderOf('decide_request', situation).person_id
    if (by === null) return reject('ROLE_NOT_ALLOWED')
    const refused = barred(situation, waiting)
    if (refused) return refused
    if (!verdict) return reject('FIELD_REQUIRED', '/verdict')
    if (contradicts(situation, waiting, verdict)) return reject('SAME_PERSON', '/verdict')
    const wrong = checkTexts(finding, command, { reason }) ?? grantable(situation, waiting, verdict)
    if (wrong) return wrong
    const { kind, request } = waiting
    const moved = movedBy(situation, waiting, verdict)
    const working_days_late = lateness(situation, moved)
    const judged = working_days_late === null ? null : (finding.round?.number ?? null)
    const data = { id: request.id, kind, verdict, by, moved, working_days_late, round: judged }
    const make = eventMaker('decide_request', situation)
    const decided = make('request_decided', data, recordedTexts(command, { reason }))
    return [decided, ...consequences(situation, waiting, verdict, make, decided.texts)]
  },
}

/** What becomes of the finding once a request is granted. */
function consequences(
  situation: Situation,
  { kind, request }: Waiting,
  verdict: Verdict,
  make: ReturnType<typeof eventMaker>,
  texts: Texts | null,
): NewEvent[] {
  if (verdict === 'refused' || kind === 'extension') return []
  const { state: from } = situation.finding
  if (kind === 'dispute') return [make('withdrawn', { reason_code: 'dispute_upheld', from })]
  return serveAnew(situation, make, { unit_id: request.target_unit_id, why: 'transferred' }, texts)
}

/** Why this decider may not decide, whatever the verdict. */
function barred(situation: Situation, waiting: Waiting): Rejection | null {
  const leader = leaderFor('decide_request', situation, waiting)
  if (leader) return leader
  const { actor } = situation
  const { asked_by, proposal } = waiting.request
  const by = deciderOf('decide_request', situation).person_id
  const asked = [by, actor.person_id].some((id) => id !== null && asked_by.includes(id))
  const proposed = proposal !== null && proposal.by !== by
  return asked || (isIssuer(situation, by) && !proposed) ? reject('SAME_PERSON') : null
}

/** The issuer decides what another person proposes, not the contrary of it. */
function contradicts(situation: Situation, { request }: Waiting, verdict: Verdict): boolean {
  const by = deciderOf('decide_request', situation).person_id
  return isIssuer(situation, by) && request.proposal?.verdict !== verdict
}

function isIssuer({ finding }: Situation, person_id: string | null): boolean {
  return person_id !== null && person_id === finding.issued_by
}

/** A date that has passed meanwhile, or that would shorten the unit's time, can only be refused; so can a unit that is no more. */
function grantable(
  { finding, now, target_open }: Situation,
  waiting: Waiting,
  verdict: Verdict,
): Rejection | null {
  if (verdict === 'refused' || waiting.kind === 'dispute') return null
  if (waiting.kind === 'transfer') return target_open ? null : reject('UNIT_CLOSED', '/verdict')
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
  if (waiting.kind !== 'extension') {
    return verdict === 'refused' ? dueAfterPause(rules, finding, waiting.kind, now) : null
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
