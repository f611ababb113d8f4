import { reject } from '../situation.js'
import { askers, isTooLateToObject, receivedWith } from './asking.js'
import { checkEvidence } from './evidence.js'
import { type CommandSpec, eventMaker } from './spec.js'
import { takedownPending } from './takedown.js'
import { checkTexts, recordedTexts, textNeeds } from './texts.js'

/**
 * 提出异议: within days of the receipt, or of the reopening. The first of a tenure and cycle makes the clock stand
 * still until it is decided, unless content still has to be taken down.
 */
export const dispute: CommandSpec<'dispute'> = {
  from: ['notified', 'rectifying', 'returned'],
  guard(situation) {
    const { finding, rules } = situation
    const { requests } = rules.policy.disputes
    if (finding.dispute) return reject('REQUEST_PENDING')
    if (finding.disputes >= requests) return reject('LIMIT_REACHED')
    return isTooLateToObject(situation) ? reject('TOO_LATE_TO_ASK') : null
  },
  needs: ({ finding }) => textNeeds(finding, 'grounds'),
  decide(situation, command) {
    const { finding } = situation
    const { request_id, grounds, evidence = [] } = command
    const wrong =
      checkTexts(finding, command, { grounds }) ??
      checkEvidence(situation, evidence, { required: false })
    if (wrong) return wrong
    const pauses = finding.disputes === 0 && !takedownPending(situation)
    const data = { id: request_id, pauses, evidence, asked_by: askers('dispute', situation) }
    const make = eventMaker('dispute', situation)
    return [
      ...receivedWith(make, situation),
      make('dispute_raised', data, recordedTexts(command, { grounds })),
    ]
  },
}
