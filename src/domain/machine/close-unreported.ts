import { isOverdue } from '../overdue.js'
import { authoriseLeader } from '../permissions.js'
import { reject } from '../situation.js'
import { planLookbacks } from './lookbacks.js'
import { type CommandSpec, eventMaker } from './spec.js'
import { checkTexts, recordedTexts, textNeeds } from './texts.js'

/** 未反馈销号: overdue, yet the newest re-test shows it fixed, and was taken since the service or the reopening. */
export const closeUnreported: CommandSpec<'close_unreported'> = {
  from: ['notified', 'rectifying', 'returned'],
  guard(situation) {
    const { finding, now } = situation
    const { retest, cycle_since } = finding
    const since = retest && cycle_since !== null && retest.observed_at >= cycle_since
    const fixed = since && retest.result === 'pass'
    if (!isOverdue(finding, now) || !fixed) return reject('NOT_IN_THIS_STATE')
    return authoriseLeader('close_unreported', situation)
  },
  needs: ({ finding }) => textNeeds(finding, 'conclusion'),
  decide(situation, command) {
    const { conclusion } = command
    const wrong = checkTexts(situation.finding, command, { conclusion })
    if (wrong) return wrong
    const make = eventMaker('close_unreported', situation)
    return [
      make('closed_unreported', {}, recordedTexts(command, { conclusion })),
      ...planLookbacks('close_unreported', situation),
    ]
  },
}
