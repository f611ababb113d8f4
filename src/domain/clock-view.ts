import type { MilestoneKind, OfficeMilestoneKind, State } from './vocabulary.js'

/** A live milestone as its workflow sees it; instants are milliseconds since 1970. */
export interface MilestoneView<K extends string> {
  kind: K
  step: number
  at: number
  wake_at: number
}

/**
 * All a workflow ever knows of what it waits for: small plain JSON without a text or a name. `version` is the
 * `wanted` it was read with. `standing_clock` is null in a real office and a rehearsal's own clock otherwise.
 */
export interface ClockView<S extends string = string, K extends string = string> {
  schema: 1
  version: number
  state: S
  settled: boolean
  milestones: readonly MilestoneView<K>[]
  standing_clock: number | null
}

export type FindingView = ClockView<State, MilestoneKind>

/** Mail that waits to be sent is a milestone of the office's day too, though no row says so but the mail itself. */
export type OfficeView = ClockView<'office', OfficeMilestoneKind | 'send_mail'>

export const OPERATIONS = [
  'send_mail',
  'advance_rehearsal',
  'apply_calendar',
  'import_hits',
  'bulk',
] as const
export type OperationKind = (typeof OPERATIONS)[number]

/** A long job; settled once it is done, failed or cancelled. */
export type OperationView = ClockView<OperationKind, never>
