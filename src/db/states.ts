import { OPEN_STATES, UNITS_TURN } from '../domain/vocabulary.js'

const list = (states: readonly string[]) => states.map((state) => `'${state}'`).join(', ')

/** The open states, to stand behind `in` in a statement. */
export const OPEN = list(OPEN_STATES)

/** The states in which it is the unit's turn, likewise. */
export const TURN = list(UNITS_TURN)

/** Whether a finding of that name in the statement is closed with a look-back left: one waits, or something is planned. */
export const lookbackLeft = (finding: string): string =>
  `(${finding}.state = 'closed' and (${finding}.lookback is not null or exists (select from milestone
    where subject_id = ${finding}.id and outcome is null)))`
