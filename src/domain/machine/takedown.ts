import { dueAfterTakedown } from '../due.js'
import type { EventOf } from '../events.js'
import type { Finding } from '../finding.js'
import { serviceDate } from '../hours.js'
import type { Instant } from '../instant.js'
import { reopenedAt } from '../overdue.js'
import type { Rules } from '../rules.js'
import { type Rejection, reject, type Situation } from '../situation.js'
import { UNITS_TURN } from '../vocabulary.js'
import { receiptEvent } from './acknowledge.js'
import { checkEvidence } from './evidence.js'
import { type CommandSpec, eventMaker } from './spec.js'

/** Whether the content of an urgent finding still has to be taken down first. */
export function takedownPending({ finding }: Situation): boolean {
  return finding.urgent && finding.taken_down_at === null
}

/** The event of a take-down, or why its instant is refused; the written report is then due by working day. */
export function rule(
  make: ReturnType<typeof eventMaker>,
  { finding, now, rules }: Situation,
  taken_down_at: Instant | undefined,
  evidence: readonly string[],
): EventOf<'takedown_reported'> | Rejection {
  const since = servedOn(finding, rules)
  if (!taken_down_at || !since) return reject('FIELD_REQUIRED', '/taken_down_at')
  if (taken_down_at > now) return reject('FUTURE_DATE', '/taken_down_at')
  const due = dueAfterTakedown(rules, since)
  return make('takedown_reported', { taken_down_at, due, evidence })
}

/** What the written report counts from: service, or the reopening as if it were one. */
function servedOn(finding: Finding, { calendar, hours }: Rules) {
  const reopened_at = reopenedAt(finding)
  if (reopened_at) {
    return { served_at: reopened_at, service_date: serviceDate(calendar, hours, reopened_at) }
  }
  const { served_at, service_date } = finding
  return served_at && service_date ? { served_at, service_date } : null
}

/** 报告先行处置: take down first, explain later; what was not signed for has been received by now. */
export const reportTakedown: CommandSpec<'report_takedown'> = {
  from: UNITS_TURN,
  guard(situation) {
    if (!situation.finding.urgent) return reject('NOT_IN_THIS_STATE')
    return takedownPending(situation) ? null : reject('NOTHING_TO_CHANGE')
  },
  needs: ({ finding }) =>
    finding.handling === 'offline' ? ['taken_down_at'] : ['taken_down_at', 'evidence'],
  decide(situation, { taken_down_at, evidence = [] }) {
    const make = eventMaker('report_takedown', situation)
    const ruling = rule(make, situation, taken_down_at, evidence)
    if ('code' in ruling) return ruling
    const wrong = checkEvidence(situation, evidence)
    if (wrong) return wrong
    const unsigned = situation.finding.state === 'notified'
    return unsigned ? [receiptEvent(make, situation, situation.now), ruling] : [ruling]
  },
}
