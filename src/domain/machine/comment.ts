import { ALLOWED, deciderOf } from '../permissions.js'
import { reject, type Situation } from '../situation.js'
import { contributingUnits } from '../support.js'
import { STATES } from '../vocabulary.js'
import { type CommandSpec, eventMaker } from './spec.js'
import { recordedTexts } from './texts.js'

/** 沟通记录 / 内部批注: read by the unit too, or by the office alone; a unit writes to both. */
export const comment: CommandSpec<'comment'> = {
  from: STATES.filter((state) => state !== 'draft'),
  guard(situation) {
    if (situation.finding.handling === 'offline') return reject('OFFLINE_ONLY')
    return unitAside(situation) === undefined ? reject('ROLE_NOT_ALLOWED') : null
  },
  needs: () => ['text', 'audience'],
  decide(situation, command) {
    const { text, audience } = command
    if (!text?.trim()) return reject('FIELD_REQUIRED', '/text')
    if (!audience) return reject('FIELD_REQUIRED', '/audience')
    const { roles } = deciderOf('comment', situation)
    const office = roles.some((role) => !role.startsWith('unit.'))
    if (audience === 'office' && !office) return reject('ROLE_NOT_ALLOWED', '/audience')
    const make = eventMaker('comment', situation)
    const unit_id = unitAside(situation)
    const data = unit_id ? { audience, unit_id } : { audience }
    return [make('commented', data, recordedTexts(command, { text }))]
  },
}

/**
 * The unit beside the finding's own as whose somebody writes who has no word here otherwise; null for all who have, undefined
 * where it is none that helps or works on it.
 */
function unitAside({ finding, actor }: Situation): string | null | undefined {
  if (actor.roles.some((role) => ALLOWED.comment.includes(role))) return null
  const theirs = contributingUnits(finding)
  return actor.helping?.find(({ unit_id }) => theirs.includes(unit_id))?.unit_id
}
