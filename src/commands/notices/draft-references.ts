import { existing, type Named } from '../../db/existing.js'
import type { Handle } from '../../db/handle.js'
import type { DraftEdit, LinePart } from '../../domain/notice/draft-edit.js'
import { CommandError, type RefusedField } from '../errors.js'
import type { HeadChange, LineInput } from './draft-input.js'

interface Reference extends RefusedField {
  kind: keyof Named
  id: string
}

/**
 * Looks up, in one statement, everything a draft refers to. Throws CommandError UNKNOWN_REFERENCE naming every field,
 * and the line it stands in, that names nothing of the office.
 */
export async function checkReferences(
  h: Handle,
  officeId: string,
  head: HeadChange,
  lines: readonly LineInput[],
): Promise<void> {
  await lookUp(h, officeId, referencesOf(head, lines))
}

/** The same for the units to which a line is to be expanded. */
export async function checkUnits(
  h: Handle,
  officeId: string,
  unitIds: readonly string[],
): Promise<void> {
  const references = unitIds.flatMap((id, index) => refer('unit', id, `/unit_ids/${index}`, null))
  await lookUp(h, officeId, references)
}

/** The same for what an edit of its lines names. */
export async function checkEdit(h: Handle, officeId: string, edit: DraftEdit): Promise<void> {
  await lookUp(h, officeId, namedIn(edit))
}

function namedIn(edit: DraftEdit): Reference[] {
  switch (edit.kind) {
    case 'change':
      return inPart(edit.fields, '/edit/fields')
    case 'reassign':
      return inPart(edit, '/edit')
    case 'split':
      return edit.parts.flatMap((part, at) => inPart(part, `/edit/parts/${at}`))
    case 'merge':
      return inPart(edit.fields ?? {}, '/edit/fields')
    case 'withhold':
    case 'dispatch':
    case 'drop':
      return []
  }
}

function inPart(
  { unit_id, asset_id, supporting_unit_ids = [] }: LinePart,
  at: string,
): Reference[] {
  return [
    ...refer('unit', unit_id, `${at}/unit_id`, null),
    ...refer('asset', asset_id, `${at}/asset_id`, null),
    ...supporting_unit_ids.flatMap((id, index) =>
      refer('unit', id, `${at}/supporting_unit_ids/${index}`, null),
    ),
  ]
}

async function lookUp(
  h: Handle,
  officeId: string,
  references: readonly Reference[],
): Promise<void> {
  if (references.length === 0) return
  const idsOf = (kind: keyof Named) => [
    ...new Set(references.filter((one) => one.kind === kind).map(({ id }) => id)),
  ]
  const named = {
    person: idsOf('person'),
    unit: idsOf('unit'),
    asset: idsOf('asset'),
    finding: idsOf('finding'),
    notice: idsOf('notice'),
  }
  const isKnown = await existing(h, officeId, named)
  const unknown = references.filter(({ kind, id }) => !isKnown(kind, id))
  if (unknown.length > 0) throw new CommandError('UNKNOWN_REFERENCE', null, unknown)
}

function referencesOf(
  { signer_id, supplements }: HeadChange,
  lines: readonly LineInput[],
): Reference[] {
  return [
    ...refer('person', signer_id, '/signer_id', null),
    ...refer('notice', supplements, '/supplements', null),
    ...lines.flatMap(
      ({ unit_id, asset_id, handler_id, follows, supporting_unit_ids = [] }, index) => [
        ...refer('unit', unit_id, `/findings/${index}/unit_id`, index + 1),
        ...refer('asset', asset_id, `/findings/${index}/asset_id`, index + 1),
        ...refer('finding', follows, `/findings/${index}/follows`, index + 1),
        ...supporting_unit_ids.flatMap((id, at) =>
          refer('unit', id, `/findings/${index}/supporting_unit_ids/${at}`, index + 1),
        ),
        ...refer('person', handler_id, `/findings/${index}/handler_id`, index + 1),
      ],
    ),
  ]
}

function refer(
  kind: keyof Named,
  id: string | null | undefined,
  field: string,
  line: number | null,
): Reference[] {
  return id ? [{ kind, id, field, line }] : []
}
