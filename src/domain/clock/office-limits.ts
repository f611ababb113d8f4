import { addWorkingDays } from '../calendar.js'
import type { Finding } from '../finding.js'
import { earlyOf } from '../hours.js'
import type { Instant } from '../instant.js'
import type { Milestone, Wanted } from '../milestone.js'
import { waitingRequests } from '../requests.js'
import type { Rules } from '../rules.js'
import type { OfficeLimit } from '../vocabulary.js'
import { localDateOf } from '../zone.js'

/** The steps of each limit: one for the handler, the next for the leader. A finding waits for one review or closing. */
const FIRST_STEP: Readonly<Record<OfficeLimit, number>> = {
  review: 1,
  close: 1,
  extension: 3,
  dispute: 5,
}

/** The office's own limits: the handler is nagged the working day after, the leader some days later. */
export function nags(finding: Finding, rules: Rules): Wanted[] {
  const { policy } = rules
  const turn = TURN[finding.state]
  const days = { review: policy.review_days, close: policy.close_days }
  return [
    ...(turn && finding.turn_since ? nag(rules, turn, days[turn], finding.turn_since) : []),
    ...waitingRequests(finding).flatMap(({ kind, request }) =>
      nag(rules, kind, policy.decide_days, request.asked_at),
    ),
  ]
}

/** The step of a limit's reminder: 1 for the handler's, 2 for the leader's. */
export function stepOf(limit: OfficeLimit, nth: number): number {
  return FIRST_STEP[limit] + nth - 1
}

/** What an office is reminded of by a step, and whether as the first, the handler, or the second, the leader. */
export function naggedOf(
  { state }: Pick<Finding, 'state'>,
  { step }: Pick<Milestone, 'step'>,
): { waiting: OfficeLimit; step: number } {
  const second = step % 2 === 0 ? 2 : 1
  if (step >= FIRST_STEP.dispute) return { waiting: 'dispute', step: second }
  if (step >= FIRST_STEP.extension) return { waiting: 'extension', step: second }
  return { waiting: TURN[state] ?? 'review', step: second }
}

const TURN: Readonly<Partial<Record<Finding['state'], 'review' | 'close'>>> = {
  responded: 'review',
  verified: 'close',
}

function nag({ calendar, hours, policy }: Rules, limit: OfficeLimit, days: number, since: Instant) {
  const from = localDateOf(calendar.zone, since)
  return [1, 1 + policy.leader_after_days].map((after, index): Wanted => {
    const at = earlyOf(calendar, hours, addWorkingDays(calendar, from, days + after))
    const step = stepOf(limit, index + 1)
    return { kind: 'nag_office', step, at, reason: { since: from, working_days: days } }
  })
}
