import { deciderOf } from '../permissions.js'
import { reject } from '../situation.js'
import { UNITS_TURN } from '../vocabulary.js'
import { answerNeeds, sealAnswer } from './answer.js'
import type { CommandSpec } from './spec.js'

/** 报送整改情况: the unit's written answer, sealed when it is sent. */
export const respond: CommandSpec<'respond'> = {
  from: UNITS_TURN,
  guard(situation) {
    const signed = deciderOf('respond', situation).roles.includes('unit.signatory')
    const wanted = situation.rules.policy.respond_needs_signatory
    return wanted && !signed ? reject('ROLE_NOT_ALLOWED') : null
  },
  needs: answerNeeds,
  decide(situation, command) {
    return sealAnswer(situation, command, {
      name: 'respond',
      effective_at: situation.now,
      written_by: situation.now,
      received_on: null,
      recallable_by: situation.actor.person_id,
    })
  },
}
