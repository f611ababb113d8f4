import { dueOnReopen } from '../due.js'
import { reject } from '../situation.js'
import { supportingUnits } from '../support.js'
import { checkEvidence } from './evidence.js'
import { askedAnew } from './reassign.js'
import { type CommandSpec, eventMaker } from './spec.js'
import { checkTexts, recordedTexts, textNeeds } from './texts.js'

/** 重新列入台账: same number, a new cycle with the policy's window from now; on evidence, or on a look-back that failed. */
export const reopen: CommandSpec<'reopen'> = {
  from: ['closed'],
  guard: ({ finding }) => (finding.revoked ? reject('NOT_IN_THIS_STATE') : null),
  needs: ({ finding }) =>
    textNeeds(finding, 'reason', ...(finding.seen_again ? [] : ['evidence' as const])),
  decide(situation, command) {
    const { finding, now, rules } = situation
    const { reason, evidence = [] } = command
    const required = !finding.seen_again
    const wrong =
      checkTexts(finding, command, { reason }) ?? checkEvidence(situation, evidence, { required })
    if (wrong) return wrong
    const due = dueOnReopen(rules, now, finding)
    const make = eventMaker('reopen', situation)
    return [
      make('reopened', { due, evidence }, recordedTexts(command, { reason })),
      ...askedAnew(make, supportingUnits(finding)),
    ]
  },
}
