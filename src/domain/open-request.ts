import type { Due } from './due-date.js'
import type { Instant } from './instant.js'
import type { Verdict } from './vocabulary.js'

/** What a unit has asked of the office and waits for. */
interface OpenRequest {
  id: string
  /** Counted over all that the finding's units have asked. */
  number: number
  asked_at: Instant
  /** Who sent it, and the signatory whose signature it carries. */
  asked_by: readonly string[]
  /** What a handler proposes; the newest counts. */
  proposal: { by: string; verdict: Verdict } | null
}

/** 申请延期: the due asked for. */
export interface OpenExtension extends OpenRequest {
  due: Due
}

/** 提出异议: the first of a tenure makes the clock stand still. */
export interface OpenDispute extends OpenRequest {
  pauses: boolean
  /** From when the pause counts: since it was asked, or since the office named a due of its own meanwhile. */
  paused_since: Instant
}

/** 申请调整责任单位: to which unit, and what that says to it; the clock stands still as for a dispute. */
export interface OpenTransfer extends OpenDispute {
  target_unit_id: string
  view: { agrees: boolean } | null
}
