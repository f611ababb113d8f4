import { reject } from '../situation.js'
import { supportingUnits } from '../support.js'
import { UNITS_TURN } from '../vocabulary.js'
import { type CommandSpec, eventMaker } from './spec.js'

/** 确定协办单位: which units help the one that answers, from now on; none ends all help. */
export const nameSupporting: CommandSpec<'name_supporting'> = {
  from: UNITS_TURN,
  needs: () => ['unit_ids'],
  decide(situation, { unit_ids }) {
    const { finding, known } = situation
    if (!unit_ids) return reject('FIELD_REQUIRED', '/unit_ids')
    const before = supportingUnits(finding)
    // One that helps already may be closed by now.
    const may = (id: string) => known.has(id) || before.includes(id)
    if (!unit_ids.every((id) => may(id) && id !== finding.unit_id)) {
      return reject('UNIT_REQUIRED', '/unit_ids')
    }
    const ended = before.filter((id) => !unit_ids.includes(id))
    const asked = [...new Set(unit_ids)].filter((id) => !before.includes(id))
    if (ended.length + asked.length === 0) return reject('NOTHING_TO_CHANGE', '/unit_ids')
    const make = eventMaker('name_supporting', situation)
    return [
      ...ended.map((unit_id) => make('support_ended', { unit_id })),
      ...asked.map((unit_id) => make('support_asked', { unit_id })),
    ]
  },
}
