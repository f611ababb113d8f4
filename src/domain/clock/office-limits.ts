import { addWorkingDays } from '../calendar.js'
import type { EventData } from '../events.js'
import type { Finding } from '../finding.js'
import { earlyOf } from '../hours.js'
import type { Instant } from '../instant.js'
import type { Milestone, Wanted } from '../milestone.js'
import { waitingRequests } from '../requests.js'
import type { Rules } from '../rules.js'
import type { OfficeLimit, RequestKind } from '../vocabulary.js'
import { localDateOf } from '../zone.js'

/** The office's own limits: the handler is nagged the working day after, the leader some days later. */
export function nags(finding: Finding, rules: Rules): Wanted[] {
  const { policy } = rules
  const turn = turnOf(finding)
  const days = {
    ...{ review: policy.review_days, close: policy.close_days },
    ...{ lookback: policy.review_days, seen_again: policy.decide_days },
  }
  return [
    ...(turn && finding.turn_since ? nag(rules, 0, days[turn], finding.turn_since) : []),
    ...waitingRequests(finding).flatMap(({ request: { number, asked_at } }) =>
      nag(rules, number, policy.decide_days, asked_at),
    ),
  ]
}

/**
 * The step of a reminder: 1 for the handler's, 2 for the leader's; those of requests follow by the request's number, so
 * that one asked again under the same plan has its own. Number 0 is what waits beside them, of which there is only one.
 */
export function stepOf(number: number, nth: number): number {
  return 2 * number + nth
}

/** Whether a milestone reminds the office of a request, and not of its own turn. */
export function isOfRequest({ kind, step }: Pick<Milestone, 'kind' | 'step'>): boolean {
  return kind === 'nag_office' && step > stepOf(0, 2)
}

/** What a step reminds the office of; null where it waits no more. */
export function naggedOf(
  finding: Finding,
  { step }: Pick<Milestone, 'step'>,
): EventData['office_nagged'] | null {
  const number = Math.floor((step - 1) / 2)
  const nth = step - stepOf(number, 0)
  const turn = turnOf(finding)
  if (number === 0) return turn ? { step: nth, waiting: turn } : null
  const asked = waitingRequests(finding).find(({ request }) => request.number === number)
  return asked ? { step: nth, waiting: asked.kind, number } : null
}

/** What waits for the office, since the turn began; requests apart. */
function turnOf({ state, lookback, seen_again }: Finding): Turn | null {
  if (state === 'responded') return 'review'
  if (state === 'verified') return 'close'
  if (state !== 'closed') return null
  if (seen_again) return 'seen_again'
  return lookback ? 'lookback' : null
}

type Turn = Exclude<OfficeLimit, RequestKind>

function nag({ calendar, hours, policy }: Rules, number: number, days: number, since: Instant) {
  const from = localDateOf(calendar.zone, since)
  return [1, 1 + policy.leader_after_days].map((after, index): Wanted => {
    const at = earlyOf(calendar, hours, addWorkingDays(calendar, from, days + after))
    const step = stepOf(number, index + 1)
    return { kind: 'nag_office', step, at, reason: { since: from, working_days: days } }
  })
}
