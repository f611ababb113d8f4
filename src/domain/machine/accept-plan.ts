import { plusDays } from '../instant.js'
import { deciderOf, requireLeader } from '../permissions.js'
import { reject } from '../situation.js'
import { FINAL_RESULTS } from '../vocabulary.js'
import { localDateOf } from '../zone.js'
import { checkFixPlan, stepTexts } from './fix-plan.js'
import { separated } from './separation.js'
import { type CommandSpec, eventMaker } from './spec.js'
import { checkTexts, recordedTexts, textNeeds } from './texts.js'

/** Longer than this the leader decides. */
const REVIEWERS_DAYS = 90

/** 同意限期整改: an answer that leaves something to do becomes a fix plan with its own due; not by whoever submitted it. */
export const acceptPlan: CommandSpec<'accept_plan'> = {
  from: ['responded'],
  guard(situation) {
    const { round } = situation.finding
    if (!round || FINAL_RESULTS.some((result) => result === round.result)) {
      return reject('NOT_IN_THIS_STATE')
    }
    return separated('accept_plan', situation, round.submitted_by)
  },
  needs: ({ finding }) => ['fixed_by', 'steps', ...textNeeds(finding, 'conclusion')],
  decide(situation, command) {
    const { finding, now, rules } = situation
    const { conclusion } = command
    const by = deciderOf('accept_plan', situation).person_id
    if (!finding.round || by === null) return reject('NOT_IN_THIS_STATE')
    const wrong = checkTexts(finding, command, { conclusion })
    if (wrong) return wrong
    const plan = checkFixPlan(situation, command)
    if ('code' in plan) return plan
    const last = plusDays(localDateOf(rules.calendar.zone, now), REVIEWERS_DAYS)
    const reserved = plan.fixed_by > last ? requireLeader('accept_plan', situation) : null
    if (reserved) return reserved
    const { due, steps } = plan
    const data = { round: finding.round.number, by, due, steps }
    const texts = recordedTexts(command, { conclusion, ...stepTexts(command) })
    return [eventMaker('accept_plan', situation)('plan_accepted', data, texts)]
  },
}
