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

/** Whether the clock still has to act on it. */
export function isLive(milestone: Milestone): boolean {
  return milestone.outcome === null
}
