import { findIndicator } from './catalogue.js'
import { type Instant, plusMs } from './instant.js'

/** So many hits may be decided on at once. */
export const MOST_CHOSEN = 1_000

/** How a hit stands that nobody has decided on: it waits, or its tool no longer sees it. */
export const OPEN_HITS = ['waiting', 'gone_proposed'] as const
export type OpenHitStatus = (typeof OPEN_HITS)[number]

/** How a hit stands: open, part of a notice, or somebody has decided not to use it. */
export const HIT_STATUSES = [...OPEN_HITS, 'taken_up', 'dismissed'] as const
export type HitStatus = (typeof HIT_STATUSES)[number]

/** Chinese words for how a hit stands. */
export const HIT_STATUS_LABELS: Readonly<Record<HitStatus, string>> = {
  waiting: '待研判',
  gone_proposed: '工具报告已消失，待研判',
  taken_up: '已采用',
  dismissed: '不予采用',
}

/** What a person may decide of a hit by itself; no report ever changes it. */
export type HitDecision = Exclude<HitStatus, OpenHitStatus | 'taken_up'>

/** Whether nobody has decided on a hit yet. */
export function isOpenHit(status: HitStatus): status is OpenHitStatus {
  return OPEN_HITS.some((open) => open === status)
}

/** What became of one of the hits somebody decides on together: it is decided, was before, or there is none. */
export const HIT_OUTCOMES = ['done', 'taken_up_before', 'dismissed_before', 'unknown'] as const
export type HitOutcome = (typeof HIT_OUTCOMES)[number]

/** Chinese words for what became of one of them. */
export const HIT_OUTCOME_LABELS: Readonly<Record<HitOutcome, string>> = {
  done: '已按此办理',
  taken_up_before: '此前已采用，没有变动',
  dismissed_before: '此前已定不予采用，没有变动',
  unknown: '没有找到',
}

/** What became of one reported line. */
export const HIT_RESULTS = ['new', 'seen_again', 'unchanged', 'gone', 'invalid'] as const
export type HitResult = (typeof HIT_RESULTS)[number]

/** Chinese words for what became of a line. */
export const HIT_RESULT_LABELS: Readonly<Record<HitResult, string>> = {
  new: '新线索',
  seen_again: '再次发现',
  unchanged: '没有更新的内容',
  gone: '报告已消失',
  invalid: '内容有误，未采用',
}

/** What can be seen of a hit. */
export interface HitContent {
  url: string | null
  account: string | null
  /** Where the tool keeps its picture. */
  screenshot: string | null
  indicator_id: string | null
  observation: string
}

/** What a tool says of one of its hits at one time: that it sees it, or that it no longer does. */
export interface HitReport extends HitContent {
  /** The tool's own name for it. */
  id: string
  captured_at: Instant
  gone: boolean
}

/** Why a report cannot be taken: the field, as a JSON Pointer, and what is wrong with it. */
export interface HitFault {
  field: string
  code: 'UNKNOWN_ID' | 'OUT_OF_RANGE'
}

/** How far a tool's clock may be ahead: a capture from beyond that would outdate every later report. */
const AHEAD_MS = 86_400_000

/** What speaks against a well-formed report that came in at `received_at`, or null; `none` is no unknown indicator. */
export function faultOfReport(
  { indicator_id, captured_at }: HitReport,
  received_at: Instant,
): HitFault | null {
  if (indicator_id !== null && indicator_id !== 'none' && !findIndicator(indicator_id)) {
    return { field: '/indicator_id', code: 'UNKNOWN_ID' }
  }
  const tomorrow = plusMs(received_at, AHEAD_MS)
  return captured_at > tomorrow ? { field: '/captured_at', code: 'OUT_OF_RANGE' } : null
}
