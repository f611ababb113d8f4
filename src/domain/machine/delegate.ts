import { reject } from '../situation.js'
import { UNITS_TURN } from '../vocabulary.js'
import { localDateOf } from '../zone.js'
import { type CommandSpec, eventMaker } from './spec.js'
import { checkTexts, recordedTexts } from './texts.js'

/** 转办: inside the unit; the unit itself still answers. */
export const delegate: CommandSpec<'delegate'> = {
  from: UNITS_TURN,
  needs: () => ['unit_id'],
  decide(situation, command) {
    const { finding, now, rules, known } = situation
    const { unit_id = null, person_id = null, inner_due = null } = command
    if (unit_id === null && person_id === null) return reject('FIELD_REQUIRED', '/unit_id')
    if (unit_id !== null && !known.has(unit_id)) return reject('UNIT_REQUIRED', '/unit_id')
    if (person_id !== null && !known.has(person_id)) return reject('UNIT_REQUIRED', '/person_id')
    const today = localDateOf(rules.calendar.zone, now)
    if (inner_due && (inner_due < today || (finding.due && inner_due > finding.due.date))) {
      return reject('DUE_NOT_ALLOWED', '/inner_due')
    }
    const wrong = checkTexts(finding, command, {}, { note: command.note })
    if (wrong) return wrong
    return [
      eventMaker('delegate', situation)(
        'delegated',
        { unit_id, person_id, inner_due },
        recordedTexts(command, { note: command.note }),
      ),
    ]
  },
}
