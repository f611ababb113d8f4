import type { MovedDue } from '../events.js'
import type { CurrentRound, Finding } from '../finding.js'
import { isUnitsTurn } from '../overdue.js'
import { daysAsked } from '../requests.js'
import { type Change, type Fold, newDue, newPlan } from './fold.js'

const extension_requested: Fold<'extension_requested'> = (_finding, data, event) => {
  const { id, due, asked_by } = data
  return { extension: { id, due, asked_by, asked_at: event.effective_at, proposal: null } }
}

const dispute_raised: Fold<'dispute_raised'> = (finding, { id, pauses, asked_by }, event) => ({
  dispute: { id, pauses, asked_by, asked_at: event.effective_at, proposal: null },
  disputes: finding.disputes + 1,
})

/** An extension that is taken back was never asked for; the pause of a dispute counts. */
const request_withdrawn: Fold<'request_withdrawn'> = (finding, { kind, moved }) => ({
  ...(moved ? resumed(finding, moved) : {}),
  [kind]: null,
})

const decision_proposed: Fold<'decision_proposed'> = (finding, { kind, by, verdict }) => ({
  [kind]: finding[kind] && { ...finding[kind], proposal: { by, verdict } },
})

const request_decided: Fold<'request_decided'> = (finding, data) => {
  const { kind, verdict, moved, working_days_late } = data
  const { extension } = finding
  if (kind === 'dispute' || !extension) {
    return { ...(moved ? resumed(finding, moved) : {}), [kind]: null }
  }
  const granted = verdict === 'granted'
  return {
    ...(moved && granted ? extended(finding, moved, working_days_late) : {}),
    ...(moved && !granted ? resumed(finding, moved) : {}),
    extension: null,
    extensions: finding.extensions + 1,
    extension_days: finding.extension_days + (granted ? daysAsked(finding, extension) : 0),
  }
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
