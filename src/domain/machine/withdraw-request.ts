import { dueAfterPause } from '../due-of-request.js'
import type { EventOf } from '../events.js'
import { evolve } from '../evolve/evolve.js'
import type { Instant } from '../instant.js'
import { deciderOf } from '../permissions.js'
import { type Waiting, waitingRequests } from '../requests.js'
import { type Rejection, reject, type Situation } from '../situation.js'
import { UNITS_TURN } from '../vocabulary.js'
import { noneOf, waitingFor } from './asking.js'
import { type CommandSpec, eventMaker } from './spec.js'
import { checkTexts, recordedTexts } from './texts.js'

/**
 * 撤回申请: by whoever asked, or the signatory. An extension is as if never asked, which an answer that waits on it stands
 * in the way of: that is recalled first. The pause of any other counts.
 */
export const withdrawRequest: CommandSpec<'withdraw_request'> = {
  from: UNITS_TURN,
  guard: (situation) => noneOf(situation, barred),
  needs: () => [],
  decide(situation, command) {
    const { finding, now, rules } = situation
    const { request_id, reason } = command
    const waiting = waitingFor(finding, request_id)
    if (!waiting) return reject('NO_SUCH_REQUEST', '/request_id')
    const refused = barred(situation, waiting)
    if (refused) return refused
    const wrong = checkTexts(finding, command, {}, { reason })
    if (wrong) return wrong
    const { kind, request } = waiting
    const moved = dueAfterPause(rules, finding, kind, now)
    const data = { id: request.id, kind, why: 'asked' as const, moved }
    const make = eventMaker('withdraw_request', situation)
    return [make('request_withdrawn', data, recordedTexts(command, { reason }))]
  },
}

function barred(situation: Situation, { request }: Waiting): Rejection | null {
  const { actor } = situation
  const own = actor.person_id !== null && request.asked_by.includes(actor.person_id)
  const signed = deciderOf('withdraw_request', situation).roles.includes('unit.signatory')
  return own || signed ? null : reject('ROLE_NOT_ALLOWED')
}

/** What objects to the finding and waits while the unit answers is taken back by the answer, each with its pause. */
export function objectionsAnswered(
  make: ReturnType<typeof eventMaker>,
  { finding, rules }: Situation,
  answered_at: Instant,
): EventOf<'request_withdrawn'>[] {
  const waiting = waitingRequests(finding).filter(({ kind }) => kind !== 'extension')
  let current = finding
  return waiting.map(({ kind, request: { id } }) => {
    const moved = dueAfterPause(rules, current, kind, answered_at)
    const event = make('request_withdrawn', { id, kind, why: 'answered', moved })
    current = evolve(current, event)
    return event
  })
}
