import { type Rejection, reject, type Situation, unitsOf } from '../situation.js'
import { UNITS_TURN } from '../vocabulary.js'
import { localDateOf } from '../zone.js'
import { type CommandSpec, eventMaker } from './spec.js'
import { checkTexts, recordedTexts } from './texts.js'

/** 转办: inside the unit; the unit itself still answers. */
export const delegate: CommandSpec<'delegate'> = {
  from: UNITS_TURN,
  needs: () => ['unit_id'],
  decide(situation, command) {
    const { finding, now, rules } = situation
    const { person_id = null, inner_due = null } = command
    const unit = unitToward(situation, command)
    if (unit && 'code' in unit) return unit
    const unit_id = unit?.unit_id ?? null
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

/**
 * The unit below that is to read along; null where it stays within the unit itself. A person of a unit below is passed on to with
 * it, or could not read what they are mailed about; of several such units one has to be named.
 */
function unitToward(
  situation: Situation,
  { unit_id = null, person_id = null }: Whom,
): { unit_id: string } | Rejection | null {
  if (unit_id !== null && !situation.known.has(unit_id)) return reject('UNIT_REQUIRED', '/unit_id')
  const named = unit_id === null ? null : { unit_id }
  if (person_id === null) return named ?? reject('FIELD_REQUIRED', '/unit_id')
  const units = unitsOf(situation, person_id)
  const [only, ...others] = units
  if (only === undefined) return reject('UNIT_REQUIRED', '/person_id')
  if (situation.finding.unit_id !== null && units.includes(situation.finding.unit_id)) return named
  if (unit_id !== null)
    return units.includes(unit_id) ? named : reject('UNIT_REQUIRED', '/person_id')
  return others.length > 0 ? reject('FIELD_REQUIRED', '/unit_id') : { unit_id: only }
}

interface Whom {
  unit_id?: string | null | undefined
  person_id?: string | null | undefined
}
