import { blankFinding } from '../finding.js'
import { checkTexts } from '../machine/texts.js'
import { authorise, authoriseLeader } from '../permissions.js'
import { type Rejection, reject } from '../situation.js'
import { SEVERITIES } from '../vocabulary.js'
import type { DraftEdit, DraftedLine, LinePart } from './draft-edit.js'
import { MOST_LINES } from './expansion.js'
import { changedLine, changesOf, isNothing, refusedFields } from './line-changes.js'
import { canBeMerged, inOrder, mergedFields, refusedMerge } from './merged-line.js'
import {
  begunLine,
  dropped,
  type EditContext,
  type EditedLine,
  NO_CHANGES,
  redraft,
  situationOf,
} from './redraft.js'

/** What an edit does: the lines it adds, as they are before anything happens to them, and what happens to all it touches. */
export interface EditPlan {
  added: readonly DraftedLine[]
  edited: readonly EditedLine[]
}

/** The lines an edit is of, in its order, the last number of the draft, and ids for what is added. */
export interface EditedDraft {
  lines: readonly DraftedLine[]
  last: number
  newId: () => string
}

type Outcome = EditPlan | Rejection | 'too_many'
type EditOf<K extends DraftEdit['kind']> = Extract<DraftEdit, { kind: K }>

/**
 * What an edit of lines of a draft does, told by events that say who, what, why, and which lines came of which. Whoever may
 * correct a finding may edit a draft; a veto line is a leader's to drop, to hold back and to make less grave. `too_many`: with it the draft would have more lines than a
 * notice may have. Refuses NOT_IN_THIS_STATE for a line that was dropped, FIELD_REQUIRED, OFFLINE_ONLY, UNKNOWN_INDICATOR,
 * NOTHING_TO_CHANGE.
 */
export function planEdit(edit: DraftEdit, draft: EditedDraft, context: EditContext): Outcome {
  const { lines } = draft
  const denied = authorise('correct', { ...context, paper: null })
  if (denied) return denied
  if (lines.some(({ finding }) => finding.state !== 'draft')) return reject('NOT_IN_THIS_STATE')
  const wrong = lines.map(({ finding }) => refusedReason(edit, finding)).find((one) => one !== null)
  if (wrong) return wrong
  switch (edit.kind) {
    case 'change':
      return changed(edit, edit.fields, draft, context)
    case 'reassign':
      return changed(edit, { unit_id: edit.unit_id, asset_id: edit.asset_id }, draft, context)
    case 'split':
      return split(edit, draft, context)
    case 'merge':
      return merged(edit, draft, context)
    case 'withhold':
    case 'dispatch':
      return redispatched(edit, draft, context)
    case 'drop':
      return dropEach(edit, draft, context)
  }
}

/** What is not issued says why; of a line handled on paper the number of a paper does. */
function refusedReason(edit: DraftEdit, finding: DraftedLine['finding']): Rejection | null {
  const { reason } = edit
  const wanted = edit.kind === 'withhold' || edit.kind === 'drop'
  const wrong = checkTexts(finding, edit, wanted ? { reason } : {}, wanted ? {} : { reason })
  return wrong && { ...wrong, field: `/edit${wrong.field ?? ''}` }
}

function changed(
  edit: EditOf<'change' | 'reassign'>,
  given: Parameters<typeof changesOf>[1],
  { lines }: EditedDraft,
  context: EditContext,
): Outcome {
  const edited: EditedLine[] = []
  for (const drafted of lines) {
    const wrong = refusedFields(drafted, given, '/edit/fields')
    if (wrong) return wrong
    const changes = changesOf(drafted, given)
    if (isNothing(changes)) return reject('NOTHING_TO_CHANGE')
    const leader = leaderToLessen([drafted], given, context)
    if (leader) return leader
    edited.push(redraft(drafted, { how: edit.kind, edit, changes }, context))
  }
  return { added: [], edited }
}

/** The first part keeps the number, the others come last: no other line's number moves. */
function split(
  edit: EditOf<'split'>,
  { lines, last, newId }: EditedDraft,
  context: EditContext,
): Outcome {
  const [origin] = lines
  const [own, ...others] = edit.parts
  if (!origin || !own) return reject('FIELD_REQUIRED', '/edit/parts')
  if (last + others.length > MOST_LINES) return 'too_many'
  const wrong = edit.parts.map((part, at) => refusedFields(origin, part, `/edit/parts/${at}`))
  const first =
    wrong.find((one) => one !== null) ??
    edit.parts.map((part) => leaderToLessen([origin], part, context)).find((one) => one !== null)
  if (first) return first
  const added = others.map((part, at) => partOf(origin, part, newId(), last + 1 + at))
  const into = added.map(({ finding }) => finding.id)
  const changes = changesOf(origin, own)
  const kept = redraft(origin, { how: 'split', edit, changes, links: { into } }, context)
  const from = {
    how: 'split',
    edit,
    changes: NO_CHANGES,
    links: { from: [origin.finding.id] },
  } as const
  const left = { finding: kept.after.finding, line: changedLine(origin.line, changes) }
  if (new Set([left, ...added].map(sameness)).size <= added.length)
    return reject('NOTHING_TO_CHANGE', '/edit/parts')
  return { added, edited: [kept, ...added.map((one) => redraft(one, from, context))] }
}

function partOf(
  { finding, line }: DraftedLine,
  part: Parameters<typeof changesOf>[1],
  id: string,
  number: number,
): DraftedLine {
  const { office_id, notice_id, policy_version } = finding
  const { unit_id, asset_id, indicator_id, severity, handling, urgent } = finding
  const changes = changesOf({ finding, line }, part)
  return {
    finding: {
      ...blankFinding({ id, office_id, notice_id, number, policy_version }),
      ...{ unit_id, asset_id, indicator_id, severity, handling, urgent },
      ...changes.codes,
    },
    line: changedLine(line, changes),
  }
}

function sameness({ finding, line }: DraftedLine): string {
  const { unit_id, asset_id, indicator_id } = finding
  return JSON.stringify([unit_id, asset_id, indicator_id, line.place, line.problem.trim()])
}

/** The one of the lowest number says it all, the others are dropped for it. */
function merged(edit: EditOf<'merge'>, { lines }: EditedDraft, context: EditContext): Outcome {
  const [kept, ...others] = inOrder(lines)
  if (!kept || others.length === 0 || !canBeMerged(lines))
    return reject('FIELD_REQUIRED', '/edit/numbers')
  const { fields = {} } = edit
  const at = '/edit/fields'
  const wrong =
    refusedFields(kept, fields, at) ??
    refusedMerge(lines, fields, at) ??
    leaderToTakeOut(others, context) ??
    leaderToLessen(lines, fields, context)
  if (wrong) return wrong
  const changes = changesOf(kept, { ...mergedFields([kept, ...others]), ...fields })
  const from = others.map(({ finding }) => finding.id)
  const into = {
    how: 'merge',
    edit,
    changes: NO_CHANGES,
    links: { into: [kept.finding.id] },
  } as const
  return {
    added: [],
    edited: [
      redraft(kept, { how: 'merge', edit, changes, links: { from } }, context),
      ...others.map((other) => dropped(redraft(other, into, context), edit, 'duplicate')),
    ],
  }
}

/** 不下发 and back: the line stays in the record of the notice, and is not issued. */
function redispatched(
  edit: EditOf<'withhold' | 'dispatch'>,
  { lines }: EditedDraft,
  context: EditContext,
): Outcome {
  const dispatch = edit.kind === 'withhold' ? 'none' : 'unit'
  if (lines.some(({ line }) => line.dispatch === dispatch))
    return reject('NOTHING_TO_CHANGE', '/edit/numbers')
  const leader = dispatch === 'none' ? leaderToTakeOut(lines, context) : null
  if (leader) return leader
  const changes = { ...NO_CHANGES, beside: { dispatch } as const }
  return {
    added: [],
    edited: lines.map((one) => redraft(one, { how: edit.kind, edit, changes }, context)),
  }
}

function dropEach(edit: EditOf<'drop'>, { lines }: EditedDraft, context: EditContext): Outcome {
  const leader = leaderToTakeOut(lines, context)
  if (leader) return leader
  const gone = (one: DraftedLine) => dropped(begunLine(one, context), edit, edit.reason_code)
  return { added: [], edited: lines.map(gone) }
}

/** LEADER_REQUIRED where one of them is a leader's to withdraw: nobody else takes it out of what is issued, by whichever edit. */
function leaderToTakeOut(lines: readonly DraftedLine[], context: EditContext): Rejection | null {
  const refused = lines.map((one) => authoriseLeader('withdraw', situationOf(one, context)))
  return refused.find((one) => one !== null) ?? null
}

/** The same where one of them would be less grave, and then anybody's to take out. */
function leaderToLessen(
  lines: readonly DraftedLine[],
  { severity }: LinePart,
  context: EditContext,
): Rejection | null {
  if (severity === undefined) return null
  const rank = SEVERITIES.indexOf(severity)
  const lessened = lines.filter(({ finding }) => rank > SEVERITIES.indexOf(finding.severity))
  return leaderToTakeOut(lessened, context)
}
