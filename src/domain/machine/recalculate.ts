import { calendarMoves } from '../clock/recalculate.js'
import { reject } from '../situation.js'
import { OPEN_STATES } from '../vocabulary.js'
import { type CommandSpec, eventMaker } from './spec.js'

/** 按新日历重算: brings the due and what the clock has ahead to the calendar in force; the leader confirmed what that moves. */
export const recalculate: CommandSpec<'recalculate'> = {
  from: [...OPEN_STATES, 'closed'],
  guard: (situation) => (calendarMoves(situation) ? null : reject('NOTHING_TO_CHANGE')),
  needs: () => [],
  decide(situation) {
    const moves = calendarMoves(situation)
    return moves ? [eventMaker('recalculate', situation)('recalculated', moves)] : []
  },
}
