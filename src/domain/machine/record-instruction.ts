import { reject } from '../situation.js'
import { OPEN_STATES } from '../vocabulary.js'
import { localDateOf } from '../zone.js'
import { type CommandSpec, eventMaker } from './spec.js'
import { checkTexts, recordedTexts, textNeeds } from './texts.js'

/** 领导批示: what a leader wrote on the matter, kept in the office and decided by nobody. */
export const recordInstruction: CommandSpec<'record_instruction'> = {
  from: [...OPEN_STATES, 'closed'],
  needs: ({ finding }) => ['on', ...textNeeds(finding, 'leader', 'text')],
  decide(situation, command) {
    const { leader, on, text } = command
    if (!on) return reject('FIELD_REQUIRED', '/on')
    const today = localDateOf(situation.rules.calendar.zone, situation.now)
    if (on > today) return reject('FUTURE_DATE', '/on')
    const wrong = checkTexts(situation.finding, command, { leader, text })
    if (wrong) return wrong
    const make = eventMaker('record_instruction', situation)
    return [make('instruction_recorded', { on }, recordedTexts(command, { leader, text }))]
  },
}
