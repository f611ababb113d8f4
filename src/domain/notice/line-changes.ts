import { findIndicator, isUrgentIndicator } from '../catalogue.js'
import type { FindingLine } from '../finding-line.js'
import { type Rejection, reject } from '../situation.js'
import {
  type DraftedLine,
  EDITED_WORDS,
  type EditedBeside,
  type EditedCodes,
  type EditedWord,
  type LineFields,
  type LinePart,
  type MergedFields,
} from './draft-edit.js'

/** What becomes otherwise in a line. */
export interface LineChanges {
  codes: EditedCodes
  beside: EditedBeside
  words: Partial<Record<EditedWord, string>>
}

/** Only what differs from the line as it is. What a unit's line names of that unit goes with the unit. */
export function changesOf(
  { finding, line }: DraftedLine,
  given: LinePart & Partial<Pick<MergedFields, 'follows_id'>>,
): LineChanges {
  const { unit_id = finding.unit_id, indicator_id, own_due } = given
  const moved = unit_id !== finding.unit_id
  const { asset_id = moved ? null : finding.asset_id } = given
  const { supporting_unit_ids = line.supporting_unit_ids } = given
  const wanted = {
    codes: {
      unit_id,
      asset_id,
      indicator_id,
      severity: given.severity,
      urgent: given.urgent ?? urgencyOf({ finding, line }, indicator_id),
    },
    beside: {
      medium: given.medium,
      severity_confirmed: given.severity_confirmed,
      own_due_date: own_due === undefined ? undefined : (own_due?.date ?? null),
      own_due_time: own_due === undefined ? undefined : (own_due?.time ?? null),
      // No unit helps itself.
      supporting_unit_ids: supporting_unit_ids.filter((id) => id !== unit_id),
      follows_id: moved ? null : given.follows_id,
      place: given.place === null ? null : undefined,
    },
  }
  const words = EDITED_WORDS.flatMap((field) => {
    const text = given[field]?.trim()
    return text && text !== line[field] ? [[field, text] as const] : []
  })
  return {
    codes: differing(wanted.codes, finding),
    beside: differing(wanted.beside, line),
    words: Object.fromEntries(words),
  }
}

/** Whether nothing becomes otherwise. */
export function isNothing({ codes, beside, words }: LineChanges): boolean {
  return [codes, beside, words].every((each) => Object.keys(each).length === 0)
}

/** The line with its changes. */
export function changedLine(line: FindingLine, { beside, words }: LineChanges): FindingLine {
  return { ...line, ...words, ...beside }
}

/** UNKNOWN_INDICATOR where the catalogue has none such; words of a line handled on paper OFFLINE_ONLY. `at` is where the fields stand. */
export function refusedFields(
  { finding }: Pick<DraftedLine, 'finding'>,
  { indicator_id, ...given }: LineFields,
  at: string,
): Rejection | null {
  if (indicator_id !== undefined && indicator_id !== 'none' && !findIndicator(indicator_id))
    return reject('UNKNOWN_INDICATOR', `${at}/indicator_id`)
  const said = finding.handling === 'offline' && EDITED_WORDS.find((field) => given[field]?.trim())
  return said ? reject('OFFLINE_ONLY', `${at}/${said}`) : null
}

/** A line that is urgent by the catalogue alone follows its indicator. */
function urgencyOf({ finding }: DraftedLine, indicator_id: string | undefined) {
  const byCatalogue = isUrgentIndicator(finding.indicator_id ?? 'none') === finding.urgent
  return indicator_id !== undefined && byCatalogue ? isUrgentIndicator(indicator_id) : undefined
}

function differing<T extends object>(wanted: T, current: object): Partial<Present<T>> {
  const differ = Object.entries(wanted).filter(
    ([field, value]) =>
      value !== undefined &&
      JSON.stringify(value) !== JSON.stringify(Reflect.get(current, field) ?? null),
  )
  return Object.fromEntries(differ) as Partial<Present<T>>
}

type Present<T> = { [K in keyof T]: Exclude<T[K], undefined> }
