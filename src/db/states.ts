import { OPEN_STATES, UNITS_TURN } from '../domain/vocabulary.js'

const list = (states: readonly string[]) => states.map((state) => `'${state}'`).join(', ')

/** The open states, to stand behind `in` in a statement. */
export const OPEN = list(OPEN_STATES)

/** The states in which it is the unit's turn, likewise. */
export const TURN = list(UNITS_TURN)
