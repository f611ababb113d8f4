import { reject } from '../situation.js'
import { OPEN_STATES } from '../vocabulary.js'
import { type CommandSpec, eventMaker } from './spec.js'
import { checkTexts, recordedTexts, textNeeds } from './texts.js'

/** 免予书面反馈: closing needs no stamped report, for a written reason. */
export const exemptReport: CommandSpec<'exempt_report'> = {
  from: OPEN_STATES,
  guard: ({ finding }) => (finding.reported === 'no' ? null : reject('NOTHING_TO_CHANGE')),
  needs: ({ finding }) => textNeeds(finding, 'reason'),
  decide(situation, command) {
    const { reason } = command
    const wrong = checkTexts(situation.finding, command, { reason })
    if (wrong) return wrong
    const make = eventMaker('exempt_report', situation)
    return [make('report_exempted', {}, recordedTexts(command, { reason }))]
  },
}
