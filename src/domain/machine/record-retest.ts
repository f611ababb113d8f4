import { reject } from '../situation.js'
import { OPEN_STATES } from '../vocabulary.js'
import { type CommandSpec, eventMaker } from './spec.js'
import { recordedTexts } from './texts.js'

/**
 * 复查: what was seen and when; it sets the fact `fixed` and never decides by itself. It judges the current round
 * only if it was taken after that was answered, whenever it is recorded.
 */
export const recordRetest: CommandSpec<'record_retest'> = {
  from: [...OPEN_STATES, 'closed'],
  guard: ({ finding }) => (finding.handling === 'offline' ? reject('OFFLINE_ONLY') : null),
  needs: () => ['result', 'observed_at', 'seen'],
  decide(situation, command) {
    const { result, observed_at, seen } = command
    if (!result) return reject('FIELD_REQUIRED', '/result')
    if (!observed_at) return reject('FIELD_REQUIRED', '/observed_at')
    if (observed_at > situation.now) return reject('FUTURE_DATE', '/observed_at')
    if (!seen?.trim()) return reject('FIELD_REQUIRED', '/seen')
    const answered = situation.finding.round
    const round = answered && observed_at >= answered.effective_at ? answered.number : null
    return [
      eventMaker('record_retest', situation)(
        'retest_recorded',
        { result, observed_at, round },
        recordedTexts(command, { seen }),
      ),
    ]
  },
}
