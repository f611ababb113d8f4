import type { MessageKind } from './vocabulary.js'

/** Slices and decisions: said within minutes in office hours. All others wait for the next opening. */
export const WITHIN_MINUTES: readonly MessageKind[] = [
  'slice',
  'returned',
  'accepted',
  'closed',
  'reopened',
  'withdrawn',
  'corrected',
  'rescheduled',
  'response_registered',
  'slip_issued',
  'slip_withdrawn',
  'unit_comment',
]
