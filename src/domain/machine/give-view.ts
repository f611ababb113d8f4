import { reject } from '../situation.js'
import { type CommandSpec, eventMaker } from './spec.js'
import { checkTexts, recordedTexts } from './texts.js'

/** 反馈承接意见: whether the proposed unit would take the finding; said once, and the office decides all the same. */
export const giveView: CommandSpec<'give_view'> = {
  // A transfer waits in no other state.
  from: ['rectifying'],
  guard({ finding: { transfer } }) {
    if (!transfer) return reject('NO_SUCH_REQUEST')
    return transfer.view ? reject('NOTHING_TO_CHANGE') : null
  },
  needs: () => ['agrees'],
  decide(situation, command) {
    const { finding } = situation
    const { request_id, agrees, reason } = command
    if (finding.transfer?.id !== request_id) return reject('NO_SUCH_REQUEST', '/request_id')
    if (agrees === undefined) return reject('FIELD_REQUIRED', '/agrees')
    const wrong = checkTexts(finding, command, {}, { reason })
    if (wrong) return wrong
    const by = situation.actor.person_id
    if (by === null) return reject('ROLE_NOT_ALLOWED')
    const make = eventMaker('give_view', situation)
    return [make('view_given', { id: request_id, agrees, by }, recordedTexts(command, { reason }))]
  },
}
