import { advance, takeDue } from '../clock/advance.js'
import type { Command } from '../commands.js'
import type { NewEvent } from '../events.js'
import type { Rejection, Situation } from '../situation.js'
import { decide } from './decide.js'
import { begun } from './draft.js'
import { isRejection } from './spec.js'

/** What came of a command. `situation` and `events` hold what the clock took first, even where it was refused. */
export interface Run {
  situation: Situation
  events: readonly NewEvent[]
  verdict: { kind: 'done' } | { kind: 'stale' } | { kind: 'refused'; rejection: Rejection }
}

/**
 * One command from beginning to end: take what is due, compare the revision the caller has seen (null where none
 * is asked for), decide, fold, and take what the command itself made due.
 */
export function run(situation: Situation, command: Command, seen: number | null): Run {
  const before = takeDue(situation)
  if (seen !== null && seen !== before.situation.finding.revision) {
    return { ...before, verdict: { kind: 'stale' } }
  }
  const ruling = decide(before.situation, command)
  if (isRejection(ruling)) return { ...before, verdict: { kind: 'refused', rejection: ruling } }
  const first = ruling.length > 0 ? begun(before.situation, command.name) : []
  const happened = [...first, ...ruling]
  const after = takeDue(happened.reduce(advance, before.situation))
  return {
    situation: after.situation,
    events: [...before.events, ...happened, ...after.events],
    verdict: { kind: 'done' },
  }
}
