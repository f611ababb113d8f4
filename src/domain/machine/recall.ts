import { deciderOf } from '../permissions.js'
import { reject } from '../situation.js'
import { type CommandSpec, eventMaker } from './spec.js'
import { checkTexts, recordedTexts, textNeeds } from './texts.js'

/** 撤回: by whoever submitted, or the signatory, until the review begins. */
export const recall: CommandSpec<'recall'> = {
  from: ['responded'],
  guard(situation) {
    const { finding, actor } = situation
    if (finding.round?.review_begun) return reject('REVIEW_BEGUN')
    const own = actor.person_id !== null && actor.person_id === finding.round?.recallable_by
    const signed = deciderOf('recall', situation).roles.includes('unit.signatory')
    return own || signed ? null : reject('ROLE_NOT_ALLOWED')
  },
  needs: ({ finding }) => textNeeds(finding, 'reason'),
  decide(situation, command) {
    const { finding } = situation
    if (!finding.round) return reject('NOT_IN_THIS_STATE')
    const wrong = checkTexts(finding, command, { reason: command.reason })
    if (wrong) return wrong
    return [
      eventMaker('recall', situation)(
        'recalled',
        { round: finding.round.number, to: finding.round.before.state },
        recordedTexts(command, { reason: command.reason }),
      ),
    ]
  },
}
