import { authoriseLeader } from '../permissions.js'
import { reject } from '../situation.js'
import { planLookbacks } from './lookbacks.js'
import { separated } from './separation.js'
import { type CommandSpec, eventMaker } from './spec.js'
import { checkTexts, recordedTexts, textNeeds } from './texts.js'

/** 复核销号: by another person than answered and accepted; the unit's stamped report has arrived or is exempted. */
export const close: CommandSpec<'close'> = {
  from: ['verified'],
  guard(situation) {
    const { finding, rules } = situation
    const leader = authoriseLeader('close', situation)
    if (leader) return leader
    const { submitted_by = [], accepted_by = [] } = finding.round ?? {}
    const same = separated('close', situation, [...submitted_by, ...accepted_by])
    if (same) return same
    const wanted = rules.policy.stamped_report !== 'never'
    return wanted && finding.reported === 'no' ? reject('REPORT_REQUIRED') : null
  },
  needs: ({ finding }) => textNeeds(finding, 'conclusion'),
  decide(situation, command) {
    const { finding } = situation
    const { conclusion } = command
    if (!finding.round) return reject('NOT_IN_THIS_STATE')
    const wrong = checkTexts(finding, command, { conclusion })
    if (wrong) return wrong
    return [
      eventMaker('close', situation)(
        'closed',
        { round: finding.round.number },
        recordedTexts(command, { conclusion }),
      ),
      ...planLookbacks('close', situation),
    ]
  },
}
