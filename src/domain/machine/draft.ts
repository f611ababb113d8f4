import type { NewEvent, Texts } from '../events.js'
import type { Situation } from '../situation.js'
import type { CommandName } from '../vocabulary.js'
import { eventMaker } from './spec.js'

/**
 * The line with which a finding's record begins, before the first thing that happens to its draft, with its words where they are
 * known. Drafting itself leaves no event, since a draft may change freely; and being issued says the whole line anyway.
 */
export function begun(
  situation: Situation,
  name: CommandName,
  words: Texts | null = null,
): readonly NewEvent[] {
  const { state, seq, unit_id, asset_id, indicator_id, severity, handling, urgent } =
    situation.finding
  if (state !== 'draft' || seq > 0 || name === 'issue') return []
  const line = { unit_id, asset_id, indicator_id, severity, handling, urgent }
  return [eventMaker(name, situation)('drafted', { line }, words)]
}
