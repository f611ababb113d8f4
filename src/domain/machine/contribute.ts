import { reject, type Situation } from '../situation.js'
import { supportingUnits } from '../support.js'
import { OPEN_STATES } from '../vocabulary.js'
import { checkEvidence } from './evidence.js'
import { type CommandSpec, eventMaker } from './spec.js'
import { checkTexts, recordedTexts, textNeeds } from './texts.js'

/** 提供协办情况: what a supporting unit has done or knows, with its files, for the unit that answers. */
export const contribute: CommandSpec<'contribute'> = {
  from: OPEN_STATES,
  guard: (situation) => (contributor(situation) === null ? reject('ROLE_NOT_ALLOWED') : null),
  needs: ({ finding }) => textNeeds(finding, 'text'),
  decide(situation, command) {
    const { text, evidence = [], done = false } = command
    const unit_id = contributor(situation)
    if (unit_id === null) return reject('ROLE_NOT_ALLOWED')
    const wrong =
      checkTexts(situation.finding, command, { text }) ??
      checkEvidence(situation, evidence, { required: false })
    if (wrong) return wrong
    const make = eventMaker('contribute', situation)
    return [make('contributed', { unit_id, done, evidence }, recordedTexts(command, { text }))]
  },
}

/** For which unit somebody contributes: of several the first that is still awaited. */
function contributor({ finding, actor }: Situation): string | null {
  const theirs = supportingUnits(finding).filter((id) =>
    actor.helping?.some(({ unit_id }) => unit_id === id),
  )
  const awaited = theirs.find((id) =>
    finding.supports?.some(({ unit_id, done_at }) => unit_id === id && done_at === null),
  )
  return awaited ?? theirs[0] ?? null
}
