import { deciderOf } from '../permissions.js'
import { reject } from '../situation.js'
import { OPEN_STATES } from '../vocabulary.js'
import { somethingWaits, waitingFor } from './asking.js'
import { type CommandSpec, eventMaker } from './spec.js'
import { checkTexts, recordedTexts, textNeeds } from './texts.js'

/** 拟办意见: what a handler proposes to decide on a request; the newest proposal counts. */
export const proposeDecision: CommandSpec<'propose_decision'> = {
  from: OPEN_STATES,
  guard: somethingWaits,
  needs: ({ finding }) => ['verdict', ...textNeeds(finding, 'reason')],
  decide(situation, command) {
    const { finding } = situation
    const { request_id, verdict, reason } = command
    const waiting = waitingFor(finding, request_id)
    if (!waiting) return reject('NO_SUCH_REQUEST', '/request_id')
    if (!verdict) return reject('FIELD_REQUIRED', '/verdict')
    const wrong = checkTexts(finding, command, { reason })
    if (wrong) return wrong
    const by = deciderOf('propose_decision', situation).person_id
    if (by === null) return reject('ROLE_NOT_ALLOWED')
    if (waiting.request.asked_by.includes(by)) return reject('SAME_PERSON')
    const data = { id: waiting.request.id, kind: waiting.kind, verdict, by }
    const make = eventMaker('propose_decision', situation)
    return [make('decision_proposed', data, recordedTexts(command, { reason }))]
  },
}
