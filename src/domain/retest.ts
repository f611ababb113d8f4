import type { EventOf, NewEvent } from './events.js'
import type { Finding } from './finding.js'
import type { Policy } from './policy.js'
import { type EventType, FINAL_RESULTS, type RetestRule } from './vocabulary.js'

/** Why a tool is to look: the unit has answered, a closed finding is looked at again, or somebody of the office asks. */
export const RETEST_REASONS = ['answer', 'lookback', 'asked'] as const
export type RetestReason = (typeof RETEST_REASONS)[number]

/** Chinese words for why a tool is to look. */
export const RETEST_REASON_LABELS: Readonly<Record<RetestReason, string>> = {
  answer: '单位反馈后复测',
  lookback: '回头看',
  asked: '办公室要求复测',
}

/** How a task stands: nobody has it, a tool has it, its result is in, or it is no longer wanted. */
export const RETEST_STATUSES = ['open', 'claimed', 'done', 'cancelled'] as const
export type RetestStatus = (typeof RETEST_STATUSES)[number]

/** Chinese words for how a task stands. */
export const RETEST_STATUS_LABELS: Readonly<Record<RetestStatus, string>> = {
  open: '待领取',
  claimed: '复测中',
  done: '已有结果',
  cancelled: '已取消',
}

/** What is stored of that: whether a lease runs, only the clock can say. */
export type StoredRetestStatus = Exclude<RetestStatus, 'claimed'>

/** Why a task is no longer wanted. */
export const RETEST_ENDS = ['superseded', 'settled', 'answered', 'by_hand'] as const
export type RetestEnd = (typeof RETEST_ENDS)[number]

/** Chinese words for why a task is no longer wanted. */
export const RETEST_END_LABELS: Readonly<Record<RetestEnd, string>> = {
  superseded: '已有新的情况，不再需要',
  settled: '问题已销号或撤销',
  answered: '已另行复查',
  by_hand: '由办公室取消',
}

/** What a re-test proposes to the reviewer. It decides nothing: verification is nobody's to skip. */
export const RETEST_PROPOSALS = ['accept', 'return'] as const
export type RetestProposal = (typeof RETEST_PROPOSALS)[number]

/** Chinese words for what a re-test proposes. */
export const RETEST_PROPOSAL_LABELS: Readonly<Record<RetestProposal, string>> = {
  accept: '建议初核通过',
  return: '建议退回整改',
}

/** How long a tool may keep a task without saying anything, in minutes. */
export const LEASE_MINUTES = { usual: 15, most: 240 } as const

/** A task that a finding opens; `round` and `lookback` are the numbers of what it looks at. */
export interface OpenedRetest {
  reason: Exclude<RetestReason, 'asked'>
  round: number | null
  lookback: number | null
}

/** What happens to the tasks of a finding: those of some reasons end, then others open. */
export interface RetestChange {
  opens: readonly OpenedRetest[]
  ends: readonly { reason: RetestReason; why: Exclude<RetestEnd, 'by_hand'> }[]
}

type Ending = { reasons: readonly RetestReason[]; why: Exclude<RetestEnd, 'by_hand'> }

const JUDGED: Ending = { reasons: ['answer'], why: 'superseded' }
const OVER: Ending = { reasons: RETEST_REASONS, why: 'settled' }
const BEGUN_AGAIN: Ending = { reasons: ['lookback'], why: 'superseded' }

/** What ends tasks by itself; an acceptance does not: whoever closes may still want to know. */
const ENDED_BY: Readonly<Partial<Record<EventType, Ending>>> = {
  responded: JUDGED,
  recalled: JUDGED,
  returned: JUDGED,
  plan_accepted: JUDGED,
  closed: OVER,
  closed_unreported: OVER,
  withdrawn: OVER,
  revoked: OVER,
  followed: OVER,
  reopened: BEGUN_AGAIN,
  lookback_opened: BEGUN_AGAIN,
}

/**
 * What the events of one transaction, which led from one row to the other, do to the finding's tasks. A correction of
 * what is to be looked at ends the task and opens it anew: whoever has it looks at the wrong thing.
 */
export function retestChange(
  before: Finding,
  after: Finding,
  events: readonly NewEvent[],
  policy: Policy,
): RetestChange {
  if (before.state === 'draft') return { opens: [], ends: [] }
  const ends = new Map<RetestReason, RetestChange['ends'][number]>()
  const end = ({ reasons, why }: Ending) => {
    for (const reason of reasons) if (!ends.has(reason)) ends.set(reason, { reason, why })
  }
  const opens = new Map<RetestReason, OpenedRetest>()
  for (const event of events) {
    const ending = ENDED_BY[event.type]
    // A first answer has no task before it.
    if (ending && (event.type !== 'responded' || before.rounds > 0)) end(ending)
    const moved = event.type === 'corrected' && movesObject(event)
    if (moved && after.handling === 'offline') end(OVER)
    else if (moved) end({ reasons: RETEST_REASONS, why: 'superseded' })
    const one = moved ? (openedBy('responded', after) ?? openedBy('lookback_opened', after)) : null
    const opened = one ?? openedBy(event.type, after)
    if (opened) opens.set(opened.reason, opened)
  }
  if (before.lookback && !after.lookback) end({ reasons: ['lookback'], why: 'answered' })
  const wanted = after.handling !== 'offline' && retestRule(policy, after) !== 'none'
  return { opens: wanted ? [...opens.values()] : [], ends: [...ends.values()] }
}

/** What an office does with re-tests of a finding's indicator. */
export function retestRule(
  { retest }: Pick<Policy, 'retest'>,
  { indicator_id }: Pick<Finding, 'indicator_id'>,
): RetestRule {
  return retest.indicators[indicator_id ?? 'none'] ?? retest.others
}

/**
 * What the newest re-test of the answer that waits proposes, where the office wants proposals for its indicator; null where
 * it says nothing, is of another round, or nothing waits for a decision.
 */
export function retestProposal(finding: Finding, policy: Policy): RetestProposal | null {
  const { state, round, retest } = finding
  if (state !== 'responded' || !round || retest?.round !== round.number) return null
  if (retestRule(policy, finding) !== 'proposes' || retest.result === 'inconclusive') return null
  return retest.result === 'pass' ? 'accept' : 'return'
}

/** What an event opens, as the finding stands after all of them. */
function openedBy(type: EventType, { state, round, lookback }: Finding): OpenedRetest | null {
  if (type === 'responded' && state === 'responded' && round) {
    const final = FINAL_RESULTS.some((result) => result === round.result)
    return final ? { reason: 'answer', round: round.number, lookback: null } : null
  }
  if (type !== 'lookback_opened' || !lookback) return null
  return { reason: 'lookback', round: null, lookback: lookback.number }
}

function movesObject({ data: { fields, texts } }: EventOf<'corrected'>): boolean {
  const { asset_id, indicator_id, handling } = fields
  const moved = [asset_id, indicator_id, handling].some((one) => one !== undefined)
  return moved || texts.some((text) => text !== 'category')
}
