import type { MovedDue, NewEvent } from '../events.js'
import type { CurrentRound, Finding, OpenExtension } from '../finding.js'
import { isUnitsTurn } from '../overdue.js'
import { daysAsked } from '../requests.js'
import { type Change, type Fold, newDue, newPlan, pausedAnew } from './fold.js'

const extension_requested: Fold<'extension_requested'> = (finding, { due, ...asked }, event) => ({
  extension: { ...begun(finding, asked, event), due },
  requests: finding.requests + 1,
})

const dispute_raised: Fold<'dispute_raised'> = (finding, { pauses, ...asked }, event) => ({
  dispute: { ...begun(finding, asked, event), pauses, paused_since: event.effective_at },
  requests: finding.requests + 1,
  disputes: finding.disputes + 1,
})

function begun(
  { requests }: Finding,
  { id, asked_by }: { id: string; asked_by: readonly string[] },
  { effective_at }: NewEvent,
) {
  return { id, number: requests + 1, asked_by, asked_at: effective_at, proposal: null }
}

/** An extension that is taken back was never asked for; the pause of a dispute counts. */
const request_withdrawn: Fold<'request_withdrawn'> = (finding, { kind, moved }) => ({
  ...(moved ? resumed(finding, moved) : {}),
  [kind]: null,
})

const decision_proposed: Fold<'decision_proposed'> = (finding, { kind, by, verdict }) => ({
  [kind]: finding[kind] && { ...finding[kind], proposal: { by, verdict } },
})

const request_decided: Fold<'request_decided'> = (finding, data, event) => {
  const { kind, verdict, moved, working_days_late } = data
  const { extension } = finding
  if (kind === 'dispute' || !extension) {
    return { ...(moved ? resumed(finding, moved) : {}), [kind]: null }
  }
  const granted = verdict === 'granted'
  return {
    ...(moved && granted ? extended(finding, moved, working_days_late) : {}),
    ...(moved && granted ? pausedAnew(finding, event) : {}),
    ...(moved && !granted ? resumed(finding, moved) : {}),
    extension: null,
    // One that the due has overtaken meanwhile is refused through nobody's fault.
    extensions: finding.extensions + (isOvertaken(finding, extension) ? 0 : 1),
    extension_days: finding.extension_days + (granted ? daysAsked(finding, extension) : 0),
  }
}

function isOvertaken({ due }: Finding, extension: OpenExtension): boolean {
  return due !== null && extension.due.at <= due.at
}

/** The clock goes on with a later due, on the same ladder; signing no longer moves it. */
function resumed(finding: Finding, moved: MovedDue): Change {
  return { ...newPlan(finding), ...moved, due_from_receipt: null }
}

/** The new date counts for everything, as after a rescheduling; for an answer that waits too, and should it be recalled. */
function extended(finding: Finding, moved: MovedDue, working_days_late: number | null): Change {
  const { round } = finding
  const change = { ...newDue(finding, moved.due), ...moved, due_from_receipt: null }
  if (isUnitsTurn(finding) || !round) return change
  const { plan: before, last_plan, fell_due_plan, due, rung, rung_base, ...rest } = change
  return {
    ...rest,
    ...{ due: moved.due, last_plan: finding.last_plan + 1, rung: 0, rung_base: 0 },
    round: extendedRound(round, moved, finding.last_plan + 1, working_days_late),
  }
}

function extendedRound(
  round: CurrentRound,
  { due }: MovedDue,
  plan: number,
  working_days_late: number | null,
): CurrentRound {
  return {
    ...round,
    claimed_due: due,
    working_days_late: working_days_late ?? round.working_days_late,
    before: { ...round.before, plan, due, rung: 0, rung_base: 0, fell_due_plan: null },
  }
}

/** What the unit asks for, and what the office decides on it. */
export const requesting = {
  extension_requested,
  dispute_raised,
  request_withdrawn,
  decision_proposed,
  request_decided,
}
