import type { Finding } from '../finding.js'
import { deciderOf } from '../permissions.js'
import { reject } from '../situation.js'
import { FINAL_RESULTS } from '../vocabulary.js'
import { separated } from './separation.js'
import { type CommandSpec, eventMaker } from './spec.js'
import { checkTexts, recordedTexts, textNeeds } from './texts.js'

/** Whether the newest re-test of this round passed. */
function passed({ retest, round }: Finding): boolean {
  return retest?.result === 'pass' && round !== null && retest.round === round.number
}

/** 初核通过: not by whoever submitted; without a passed re-test of this round only with a written reason. */
export const accept: CommandSpec<'accept'> = {
  from: ['responded'],
  guard(situation) {
    const { round } = situation.finding
    if (!round || !FINAL_RESULTS.some((result) => result === round.result)) {
      return reject('NOT_IN_THIS_STATE')
    }
    return separated('accept', situation, round.submitted_by)
  },
  needs: ({ finding }) =>
    textNeeds(finding, 'conclusion', ...(passed(finding) ? [] : ['retest_reason'])),
  decide(situation, command) {
    const { finding } = situation
    const by = deciderOf('accept', situation).person_id
    const { conclusion, retest_reason } = command
    if (!finding.round || by === null) return reject('NOT_IN_THIS_STATE')
    const wrong = checkTexts(finding, command, { conclusion }, { retest_reason })
    if (wrong) return wrong
    const reasoned = finding.handling === 'offline' || Boolean(retest_reason?.trim())
    if (!passed(finding) && !reasoned) return reject('RETEST_REASON_REQUIRED', '/retest_reason')
    return [
      eventMaker('accept', situation)(
        'accepted',
        {
          round: finding.round.number,
          by,
          retest: passed(finding) ? 'pass' : 'reason',
        },
        recordedTexts(command, { conclusion, retest_reason }),
      ),
    ]
  },
}
