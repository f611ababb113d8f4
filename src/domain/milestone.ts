import type { Instant } from './instant.js'
import type { MilestoneKind, Outcome } from './vocabulary.js'

/** A future act of the clock on one finding, or one that has had its outcome. */
export interface Milestone {
  /** Null until it is stored; a row that stays keeps its id. */
  id: string | null
  plan: number
  kind: MilestoneKind
  step: number
  /** The legal instant; never taken before it. */
  at: Instant
  /** When its timer fires: `at` plus a spread for load only. */
  wake_at: Instant
  /** Codes and numbers that explain it. */
  reason: Readonly<Record<string, string | number | null>>
  taken_at: Instant | null
  outcome: Outcome | null
}

/** A milestone the plan wants, before it is compared with the rows there are. */
export type Wanted = Pick<Milestone, 'kind' | 'step' | 'at' | 'reason'>

/** Whether the clock acts on it at its instant: neither ended nor held by a request. */
export function isLive({ outcome }: Pick<Milestone, 'outcome'>): boolean {
  return outcome === null
}
