import type { EventData, NewEvent } from '../events.js'
import type { Finding } from '../finding.js'
import type { EventType } from '../vocabulary.js'
import { answering } from './answering.js'
import type { Change, Fold } from './fold.js'
import { issuing } from './issuing.js'
import { judging } from './judging.js'
import { looking_back } from './looking-back.js'
import { recalculating } from './recalculating.js'
import { recording } from './recording.js'
import { requesting } from './requesting.js'
import { supporting } from './supporting.js'
import { waiting } from './waiting.js'

const FOLDS: { readonly [T in EventType]: Fold<T> } = {
  ...issuing,
  ...answering,
  ...judging,
  ...looking_back,
  ...recording,
  ...recalculating,
  ...requesting,
  ...supporting,
  ...waiting,
}

/** Events that make an earlier reading stale (the ETag) whatever they change. */
const REVISING: readonly EventType[] = ['redrafted', 'corrected', 'support_asked', 'support_ended']

/** Fields whose change does. */
const REVISED = ['state', 'round', 'due', 'extension', 'dispute', 'transfer', 'unit_id'] as const

/**
 * The finding after an event. Folding all its events over `blankFinding` gives the stored row; what a draft began with
 * was never read otherwise, and is no change.
 */
export function evolve(finding: Finding, event: NewEvent): Finding {
  const next = { ...finding, ...change(finding, event.type, event), seq: finding.seq + 1 }
  const revised =
    REVISING.includes(event.type) ||
    (event.type !== 'drafted' && REVISED.some((field) => next[field] !== finding[field]))
  return revised ? { ...next, revision: finding.revision + 1 } : next
}

function change<T extends EventType>(finding: Finding, type: T, event: NewEvent): Change {
  const fold: Fold<T> = FOLDS[type]
  return fold(finding, event.data as EventData[T], event)
}
