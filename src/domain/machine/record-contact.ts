import { reject } from '../situation.js'
import { OPEN_STATES } from '../vocabulary.js'
import { type CommandSpec, eventMaker } from './spec.js'
import { checkTexts, recordedTexts, textNeeds } from './texts.js'

/** 电话沟通: whom, when and in what words; counts as proof of delivery. */
export const recordContact: CommandSpec<'record_contact'> = {
  from: OPEN_STATES,
  needs: ({ finding }) => textNeeds(finding, 'whom', 'words'),
  decide(situation, command) {
    const { finding, now } = situation
    const { whom, words, at = now } = command
    if (at > now) return reject('FUTURE_DATE', '/at')
    const wrong = checkTexts(finding, command, { whom, words })
    if (wrong) return wrong
    const make = eventMaker('record_contact', situation)
    return [make('contact_recorded', { at }, recordedTexts(command, { whom, words }))]
  },
}
