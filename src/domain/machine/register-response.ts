import { later, plusMs, timeOf } from '../instant.js'
import { reject } from '../situation.js'
import { UNITS_TURN } from '../vocabulary.js'
import { endOfDay, instantAt, localDateOf } from '../zone.js'
import { answerNeeds, sealAnswer } from './answer.js'
import type { CommandSpec } from './spec.js'

/**
 * 代录: the office enters an answer that came on paper. The day it arrived decides lateness, from its first
 * minute, because nobody recorded the hour; never before the service, return or reopening that it answers.
 */
export const registerResponse: CommandSpec<'register_response'> = {
  from: UNITS_TURN,
  needs: (situation) => ['received_on', ...answerNeeds(situation)],
  decide(situation, command) {
    const { finding, now, rules } = situation
    const { received_on } = command
    const zone = rules.calendar.zone
    const { turn_since } = finding
    if (!received_on || !turn_since) return reject('FIELD_REQUIRED', '/received_on')
    if (received_on > localDateOf(zone, now)) return reject('FUTURE_DATE', '/received_on')
    if (received_on < localDateOf(zone, turn_since)) {
      return reject('DUE_NOT_ALLOWED', '/received_on')
    }
    const gone = endOfDay(zone, received_on)
    return sealAnswer(situation, command, {
      name: 'register_response',
      written_by: now < gone ? now : plusMs(gone, -1),
      effective_at: later(turn_since, instantAt(zone, received_on, timeOf('00:00'))),
      received_on,
      recallable_by: null,
    })
  },
}
