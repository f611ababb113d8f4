import { reject } from '../situation.js'
import { type CommandSpec, eventMaker } from './spec.js'

/** 开始初核: from here on the unit can no longer recall its answer. */
export const beginReview: CommandSpec<'begin_review'> = {
  from: ['responded'],
  guard: ({ finding }) => (finding.round?.review_begun ? reject('NOTHING_TO_CHANGE') : null),
  needs: () => [],
  decide(situation) {
    const { round } = situation.finding
    if (!round) return reject('NOT_IN_THIS_STATE')
    return [eventMaker('begin_review', situation)('review_begun', { round: round.number })]
  },
}
