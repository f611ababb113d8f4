import type { Due, Finding } from '../domain/finding.js'
import type { FindingLine } from '../domain/finding-line.js'
import type { Instant, LocalDate, LocalTime } from '../domain/instant.js'
import type { Audience } from '../domain/vocabulary.js'
import type { Row } from './setwise.js'

export type { FindingLine } from '../domain/finding-line.js'

/** A finding as a command locks it: the fold and what a command carries on. */
export interface LockedFinding {
  finding: Finding
  handler_id: string | null
  audience: Audience
  /** The chain's newest link and the instant `now` may not precede; null before the first event. */
  last_hash: string | null
  last_event_at: Instant | null
}

export interface StoredFinding extends LockedFinding {
  line: FindingLine
  created_at: Instant
}

export const LINE_COLUMNS = [
  'category',
  'problem',
  'sentence',
  'sentence_start',
  'sentence_end',
  'medium',
  'place',
  'own_due_date',
  'own_due_time',
  'severity_confirmed',
  'dispatch',
  'supporting_unit_ids',
  'follows_id',
] as const satisfies readonly (keyof FindingLine)[]

type Fold = Omit<Finding, 'due' | 'original_due'>
/** Every field but the two dues, which are spread over columns; the compiler keeps it complete. */
const FOLD: Readonly<Record<keyof Fold, true>> = {
  id: true,
  office_id: true,
  notice_id: true,
  number: true,
  state: true,
  seq: true,
  revision: true,
  unit_id: true,
  asset_id: true,
  indicator_id: true,
  severity: true,
  handling: true,
  urgent: true,
  repeats: true,
  public_report: true,
  policy_version: true,
  issued_by: true,
  tenure: true,
  cycle: true,
  cycle_plan: true,
  cycle_since: true,
  plan: true,
  last_plan: true,
  served_at: true,
  service_date: true,
  received_at: true,
  receipt_deemed: true,
  receipt_unproven: true,
  due_from_receipt: true,
  late_from: true,
  taken_down_at: true,
  contact_at: true,
  delegated_to: true,
  supports: true,
  progress: true,
  progress_at: true,
  fix_steps: true,
  fixed: true,
  retest: true,
  reported: true,
  rung: true,
  rung_base: true,
  highest_rung: true,
  fell_due_plan: true,
  rounds: true,
  round: true,
  returns: true,
  formal_returns: true,
  requests: true,
  extension: true,
  dispute: true,
  transfer: true,
  extensions: true,
  extension_days: true,
  disputes: true,
  transfers: true,
  turn_since: true,
  closed_at: true,
  unreported: true,
  revoked: true,
  lookbacks: true,
  lookback: true,
  seen_again: true,
  followed_by: true,
}
const FOLD_COLUMNS = Object.keys(FOLD) as (keyof Fold)[]
const DUE_COLUMNS = [
  'due_at',
  'due_date',
  'due_time',
  'due_provisional',
  'due_basis',
  'original_due_at',
  'original_due_date',
  'original_due_time',
  'original_due_provisional',
  'original_due_basis',
] as const
const CARRIED_COLUMNS = ['handler_id', 'audience', 'last_hash', 'last_event_at'] as const

/** The columns of a locked finding, in the order in which they are written. */
export const LOCKED_COLUMNS = [...FOLD_COLUMNS, ...DUE_COLUMNS, ...CARRIED_COLUMNS] as const
export const STORED_COLUMNS = [...LOCKED_COLUMNS, ...LINE_COLUMNS, 'created_at'] as const

export type LockedRow = Pick<Row<'finding'>, (typeof LOCKED_COLUMNS)[number]>
export type StoredRow = Pick<Row<'finding'>, (typeof STORED_COLUMNS)[number]>

/** The finding a row holds. */
export function readLocked(row: LockedRow): LockedFinding {
  const fold = pick(row, FOLD_COLUMNS)
  return {
    finding: {
      ...fold,
      due: readDue(row.due_at, row.due_date, row.due_time, row.due_provisional, row.due_basis),
      original_due: readDue(
        row.original_due_at,
        row.original_due_date,
        row.original_due_time,
        row.original_due_provisional,
        row.original_due_basis,
      ),
    },
    ...pick(row, CARRIED_COLUMNS),
  }
}

/** The finding and its line. */
export function readStored(row: StoredRow): StoredFinding {
  return { ...readLocked(row), line: pick(row, LINE_COLUMNS), created_at: row.created_at }
}

/** The row of a locked finding. */
export function writeLocked(locked: LockedFinding): LockedRow {
  const { due, original_due, ...fold } = locked.finding
  return {
    ...fold,
    due_at: due?.at ?? null,
    due_date: due?.date ?? null,
    due_time: due?.time ?? null,
    due_provisional: due?.provisional ?? null,
    due_basis: due?.basis ?? null,
    original_due_at: original_due?.at ?? null,
    original_due_date: original_due?.date ?? null,
    original_due_time: original_due?.time ?? null,
    original_due_provisional: original_due?.provisional ?? null,
    original_due_basis: original_due?.basis ?? null,
    ...pick(locked, CARRIED_COLUMNS),
  }
}

function readDue(
  at: Instant | null,
  date: LocalDate | null,
  time: LocalTime | null,
  provisional: boolean | null,
  basis: Due['basis'] | null,
): Due | null {
  if (at === null || date === null || provisional === null || basis === null) return null
  return { at, date, time, provisional, basis }
}

function pick<T extends object, K extends keyof T>(from: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<T, K>
}
