import { reject } from '../situation.js'
import { STATES } from '../vocabulary.js'
import { type CommandSpec, eventMaker } from './spec.js'
import { recordedTexts } from './texts.js'

/** 沟通记录 / 内部批注: read by the unit too, or by the office alone; a unit writes to both. */
export const comment: CommandSpec<'comment'> = {
  from: STATES.filter((state) => state !== 'draft'),
  guard: ({ finding }) => (finding.handling === 'offline' ? reject('OFFLINE_ONLY') : null),
  needs: () => ['text', 'audience'],
  decide(situation, command) {
    const { text, audience } = command
    if (!text?.trim()) return reject('FIELD_REQUIRED', '/text')
    if (!audience) return reject('FIELD_REQUIRED', '/audience')
    const office = situation.actor.roles.some((role) => !role.startsWith('unit.'))
    if (audience === 'office' && !office) return reject('ROLE_NOT_ALLOWED', '/audience')
    const make = eventMaker('comment', situation)
    return [make('commented', { audience }, recordedTexts(command, { text }))]
  },
}
