import { dueOnReopen } from '../due.js'
import { checkEvidence } from './evidence.js'
import { type CommandSpec, eventMaker } from './spec.js'
import { checkTexts, recordedTexts, textNeeds } from './texts.js'

/** 重新列入台账: same number, a new cycle with the policy's window from now. */
export const reopen: CommandSpec<'reopen'> = {
  from: ['closed'],
  needs: ({ finding }) => textNeeds(finding, 'reason', 'evidence'),
  decide(situation, command) {
    const { finding, now, rules } = situation
    const { reason, evidence = [] } = command
    const wrong = checkTexts(finding, command, { reason }) ?? checkEvidence(situation, evidence)
    if (wrong) return wrong
    const due = dueOnReopen(rules, now, finding)
    return [
      eventMaker('reopen', situation)(
        'reopened',
        { due, evidence },
        recordedTexts(command, { reason }),
      ),
    ]
  },
}
