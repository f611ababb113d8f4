import { deciderOf } from '../permissions.js'
import { type Rejection, reject, type Situation } from '../situation.js'
import type { CommandName } from '../vocabulary.js'

/**
 * SAME_PERSON where whoever decides is one of those named, or whoever submitted this round enters the paper
 * (lifecycle.md, "Roles"): the signer is compared where a paper carries the decision, else the actor.
 */
export function separated(
  name: CommandName,
  situation: Situation,
  from: readonly string[],
): Rejection | null {
  const { round } = situation.finding
  const { person_id } = deciderOf(name, situation)
  const entering = situation.actor.person_id
  if (!round || person_id === null || entering === null) return reject('NOT_IN_THIS_STATE')
  const clash = from.includes(person_id) || round.submitted_by.includes(entering)
  return clash ? reject('SAME_PERSON') : null
}
