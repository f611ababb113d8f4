import { deciderOf } from '../permissions.js'
import type { Waiting } from '../requests.js'
import { type Rejection, reject, type Situation } from '../situation.js'
import { OPEN_STATES } from '../vocabulary.js'
import { noneOf, waitingFor } from './asking.js'
import { type CommandSpec, eventMaker } from './spec.js'
import { checkTexts, recordedTexts, textNeeds } from './texts.js'

/** 拟办意见: what a handler proposes to decide on a request; the newest proposal counts. */
export const proposeDecision: CommandSpec<'propose_decision'> = {
  from: OPEN_STATES,
  guard: (situation) => noneOf(situation, barred),
  needs: ({ finding }) => ['verdict', ...textNeeds(finding, 'reason')],
  decide(situation, command) {
    const { finding } = situation
    const { request_id, verdict, reason } = command
    const waiting = waitingFor(finding, request_id)
    if (!waiting) return reject('NO_SUCH_REQUEST', '/request_id')
    const refused = barred(situation, waiting)
    if (refused) return refused
    if (!verdict) return reject('FIELD_REQUIRED', '/verdict')
    const wrong = checkTexts(finding, command, { reason })
    if (wrong) return wrong
    const by = deciderOf('propose_decision', situation).person_id
    if (by === null) return reject('ROLE_NOT_ALLOWED')
    const data = { id: waiting.request.id, kind: waiting.kind, verdict, by }
    const make = eventMaker('propose_decision', situation)
    return [make('decision_proposed', data, recordedTexts(command, { reason }))]
  },
}

/** Nobody judges what they asked themselves. */
function barred(situation: Situation, { request }: Waiting): Rejection | null {
  const { person_id } = deciderOf('propose_decision', situation)
  const asked = person_id !== null && request.asked_by.includes(person_id)
  return asked ? reject('SAME_PERSON') : null
}
