import { calendarMoves } from '../clock/recalculate.js'
import { reject } from '../situation.js'
import { OPEN_STATES } from '../vocabulary.js'
import { type CommandSpec, eventMaker } from './spec.js'
import { textsOf } from './texts.js'

/**
 * 按新日历重算: brings the due and what the clock has ahead to the calendar in force; the leader confirmed what that
 * moves. The reason is the calendar’s, and stands with no finding that is handled on paper only.
 */
export const recalculate: CommandSpec<'recalculate'> = {
  from: [...OPEN_STATES, 'closed'],
  guard: (situation) => (calendarMoves(situation) ? null : reject('NOTHING_TO_CHANGE')),
  needs: () => ['reason'],
  decide(situation, { reason }) {
    if (!reason?.trim()) return reject('FIELD_REQUIRED', '/reason')
    const moves = calendarMoves(situation)
    const texts = situation.finding.handling === 'offline' ? null : textsOf({ reason })
    return moves ? [eventMaker('recalculate', situation)('recalculated', moves, texts)] : []
  },
}
