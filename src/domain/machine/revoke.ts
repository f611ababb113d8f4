import { reject } from '../situation.js'
import { OPEN_STATES } from '../vocabulary.js'
import { type CommandSpec, eventMaker } from './spec.js'
import { textsOf } from './texts.js'

/**
 * 撤销通报: with its notice an open finding, or a line that was never dispatched, is withdrawn; a closed one stays closed
 * and is marked. The grounds are the notice's, and stand with no finding that is handled on paper only.
 */
export const revoke: CommandSpec<'revoke'> = {
  from: ['draft', ...OPEN_STATES, 'closed'],
  guard: ({ finding }) => (finding.revoked ? reject('NOTHING_TO_CHANGE') : null),
  needs: () => ['grounds'],
  decide(situation, { grounds }) {
    const { state, handling } = situation.finding
    if (!grounds?.trim()) return reject('FIELD_REQUIRED', '/grounds')
    const make = eventMaker('revoke', situation)
    const texts = handling === 'offline' ? null : textsOf({ grounds })
    if (state === 'closed') return [make('revoked', {}, texts)]
    return [make('withdrawn', { reason_code: 'notice_revoked', from: state }, texts)]
  },
}
