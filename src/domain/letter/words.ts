import { RESULTS, type Result } from '../vocabulary.js'

/** What a stamped report says of one finding: what was done, or that there is nothing to do, or that it is not the unit's. */
export const LETTER_RESULTS = [...RESULTS, 'disputed', 'not_ours'] as const
export type LetterResult = (typeof LETTER_RESULTS)[number]

/** What became of an item when its letter was registered; `returned` asks the unit to complete it (退回补正). */
export const LETTER_OUTCOMES = [
  'responded',
  'reported',
  'returned',
  'disputed',
  'transfer_requested',
  'refused',
  'stale',
] as const
export type LetterOutcome = (typeof LETTER_OUTCOMES)[number]

/** Whether a result is one of a written answer. */
export function isAnswer(result: LetterResult): result is Result {
  return RESULTS.some((one) => one === result)
}
