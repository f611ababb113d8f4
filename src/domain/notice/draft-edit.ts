import type { Finding } from '../finding.js'
import type { FindingLine } from '../finding-line.js'
import type { LocalDate, LocalTime } from '../instant.js'
import type { Medium, Severity, WithdrawReason } from '../vocabulary.js'

/** What a person does to lines of a draft: 修改、改派、拆分、合并、不下发、恢复下发、删去. */
export const DRAFT_EDITS = [
  'change',
  'reassign',
  'split',
  'merge',
  'withhold',
  'dispatch',
  'drop',
] as const
export type DraftEditKind = (typeof DRAFT_EDITS)[number]

/** Chinese words for what is done to lines of a draft. */
export const DRAFT_EDIT_LABELS: Readonly<Record<DraftEditKind, string>> = {
  change: '修改',
  reassign: '改派',
  split: '拆分',
  merge: '合并',
  withhold: '不下发',
  dispatch: '恢复下发',
  drop: '删去',
}

/** A line of a draft with its finding, as it is stored. */
export interface DraftedLine {
  finding: Finding
  line: FindingLine
}

/** What of a line is to be otherwise; fields left out stay as they are. */
export interface LineFields {
  asset_id?: string | null | undefined
  indicator_id?: string | undefined
  severity?: Severity | undefined
  severity_confirmed?: boolean | undefined
  /** Left out where the indicator changes, the catalogue decides. */
  urgent?: boolean | undefined
  category?: string | undefined
  problem?: string | undefined
  place?: string | null | undefined
  medium?: Medium | undefined
  own_due?: { date: LocalDate; time: LocalTime | null } | null | undefined
  supporting_unit_ids?: readonly string[] | undefined
}

/** One of the lines that a line becomes; a unit left out stays. */
export type LinePart = LineFields & { unit_id?: string | null | undefined }

/** What a line becomes that others are merged into: also the finding that any of them takes up again. */
export type MergedFields = LineFields & { follows_id: string | null }

/** Why; a line handled on paper takes the number of the paper that says so. */
interface Grounds {
  reason?: string | undefined
  paper_number?: string | undefined
}

/** One edit, of lines by their numbers in the draft. */
export type DraftEdit = Grounds &
  (
    | { kind: 'change'; number: number; fields: LineFields }
    | {
        kind: 'reassign'
        number: number
        unit_id: string
        /** Left out, none: what it named was the other unit's. */
        asset_id?: string | null | undefined
      }
    | { kind: 'split'; number: number; parts: readonly LinePart[] }
    | { kind: 'merge'; numbers: readonly number[]; fields?: LineFields | undefined }
    | { kind: 'withhold'; numbers: readonly number[] }
    | { kind: 'dispatch'; numbers: readonly number[] }
    | { kind: 'drop'; numbers: readonly number[]; reason_code: WithdrawReason }
  )

/** The numbers of the lines an edit is of, in its order. */
export function numbersOf(edit: DraftEdit): readonly number[] {
  return 'number' in edit ? [edit.number] : edit.numbers
}

/** The words of a line that an edit may change. */
export const EDITED_WORDS = ['category', 'problem', 'place'] as const
export type EditedWord = (typeof EDITED_WORDS)[number]

/** What an edit changes in the codes of a finding. */
export type EditedCodes = Partial<
  Pick<Finding, 'unit_id' | 'asset_id' | 'indicator_id' | 'severity' | 'urgent'>
>

/** What it changes beside the words; a place taken away is null. */
export type EditedBeside = Partial<
  Pick<
    FindingLine,
    | 'medium'
    | 'own_due_date'
    | 'own_due_time'
    | 'severity_confirmed'
    | 'dispatch'
    | 'supporting_unit_ids'
    | 'follows_id'
  >
> & { place?: null }

/** The edits that change what a line says or whether it is issued; one that is dropped is withdrawn, like any finding. */
export type RedraftKind = Exclude<DraftEditKind, 'drop'>

/** What the event of an edit holds; its words travel beside. */
export interface Redrafted {
  how: RedraftKind
  codes: EditedCodes
  beside: EditedBeside
  texts: readonly EditedWord[]
  /** The lines it came of: the one that was split, those that were merged into it; left out where there are none. */
  from?: readonly string[] | undefined
  /** The lines that came of it. */
  into?: readonly string[] | undefined
}
