import { OPEN_STATES, UNITS_TURN } from '../domain/vocabulary.js'

const list = (states: readonly string[]) => states.map((state) => `'${state}'`).join(', ')

/** The open states, to stand behind `in` in a statement. */
export const OPEN = list(OPEN_STATES)

/** The states in which it is the unit's turn, likewise. */
export const TURN = list(UNITS_TURN)

/** Closed, and looked at again or to be decided on: whoever has it in hand is not done with it. */
export const looksBack = (finding: string): string =>
  `(${finding}.state = 'closed' and (${finding}.lookback is not null or exists (select from milestone
    where subject_id = ${finding}.id and outcome is null)))`
