import { type Rejection, reject, type Situation } from '../situation.js'
import { contributingUnits } from '../support.js'
import { OPEN_STATES } from '../vocabulary.js'
import { checkEvidence } from './evidence.js'
import { type CommandSpec, eventMaker } from './spec.js'
import { checkTexts, recordedTexts, textNeeds } from './texts.js'

/**
 * 提供协办情况: what a supporting unit, or the one below that works on it, has done or knows, with its files, for the unit
 * that answers.
 */
export const contribute: CommandSpec<'contribute'> = {
  from: OPEN_STATES,
  guard: (situation) => (theirs(situation).length === 0 ? reject('ROLE_NOT_ALLOWED') : null),
  needs: ({ finding }) => textNeeds(finding, 'text'),
  decide(situation, command) {
    const { text, evidence = [], done = false } = command
    const unit_id = contributor(situation, command.unit_id)
    if (typeof unit_id !== 'string') return unit_id
    const wrong =
      checkTexts(situation.finding, command, { text }) ??
      checkEvidence(situation, evidence, { required: false })
    if (wrong) return wrong
    const make = eventMaker('contribute', situation)
    return [make('contributed', { unit_id, done, evidence }, recordedTexts(command, { text }))]
  },
}

/** The units that help, or work on it, for which somebody may contribute. */
function theirs({ finding, actor }: Situation): string[] {
  return contributingUnits(finding).filter((id) =>
    actor.helping?.some(({ unit_id }) => unit_id === id),
  )
}

/** The one they name, or the only one. */
function contributor(situation: Situation, named: string | undefined): string | Rejection {
  const [only, ...more] = theirs(situation)
  if (only === undefined) return reject('ROLE_NOT_ALLOWED')
  if (named === undefined) return more.length > 0 ? reject('FIELD_REQUIRED', '/unit_id') : only
  return [only, ...more].includes(named) ? named : reject('UNIT_REQUIRED', '/unit_id')
}
