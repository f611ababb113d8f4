import { advance } from '../clock/advance.js'
import type { NewEvent } from '../events.js'
import { begun } from '../machine/draft.js'
import { eventMaker } from '../machine/spec.js'
import { recordedTexts, textsOf } from '../machine/texts.js'
import type { Situation } from '../situation.js'
import type { WithdrawReason } from '../vocabulary.js'
import {
  type DraftEdit,
  type DraftedLine,
  EDITED_WORDS,
  type EditedWord,
  type RedraftKind,
} from './draft-edit.js'
import type { LineChanges } from './line-changes.js'

/** What all lines of a draft share. */
export type EditContext = Pick<Situation, 'actor' | 'now' | 'rules'>

/** What happened to a line of a draft, with its situation before and after. */
export interface EditedLine {
  before: Situation
  after: Situation
  events: readonly NewEvent[]
}

/** Lines that become one, or one that becomes several, by their ids. */
export interface Links {
  from?: readonly string[]
  into?: readonly string[]
}

export const NO_CHANGES: LineChanges = { codes: {}, beside: {}, words: {} }

/** A line is edited; its record begins with the words it had, so that they are not lost with the change. */
export function redraft(
  drafted: DraftedLine,
  {
    how,
    edit,
    changes,
    links = {},
  }: { how: RedraftKind; edit: DraftEdit; changes: LineChanges; links?: Links },
  context: EditContext,
): EditedLine {
  const before = situationOf(drafted, context)
  const { codes, beside, words } = changes
  const texts = EDITED_WORDS.filter((field) => words[field] !== undefined)
  const said = recordedTexts(edit, { reason: edit.reason, ...words })
  const data = { how, codes, beside, texts, ...links }
  return happened(before, [
    ...begunWith(drafted, before),
    eventMaker('correct', before)('redrafted', data, said),
  ])
}

/** A line is taken out of its draft, and stays in the record with why. */
export function dropped(
  { before, after, events }: EditedLine,
  edit: DraftEdit,
  reason_code: WithdrawReason,
): EditedLine {
  const said = recordedTexts(edit, { grounds: edit.reason })
  const gone = eventMaker('correct', after)('withdrawn', { reason_code, from: 'draft' }, said)
  return { before, after: advance(after, gone), events: [...events, gone] }
}

/** The line as it stands, its record begun, before anything else happens to it. */
export function begunLine(drafted: DraftedLine, context: EditContext): EditedLine {
  const before = situationOf(drafted, context)
  return happened(before, begunWith(drafted, before))
}

function happened(before: Situation, events: readonly NewEvent[]): EditedLine {
  return { before, after: events.reduce(advance, before), events }
}

function begunWith({ finding, line }: DraftedLine, before: Situation): readonly NewEvent[] {
  const { category, problem, place } = line
  const words: Partial<Record<EditedWord, string>> = { category, problem }
  const known = typeof place === 'string' ? { ...words, place } : words
  return begun(before, 'correct', finding.handling === 'offline' ? null : textsOf(known))
}

/** Nothing of a draft has been proved, planned or paid for. */
export function situationOf({ finding }: DraftedLine, context: EditContext): Situation {
  return {
    ...context,
    finding,
    milestones: [],
    paper: null,
    proof: null,
    unit_open: false,
    target_open: false,
    known: new Set(),
  }
}
