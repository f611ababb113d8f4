import type { MovedDue, NewEvent } from '../events.js'
import type { Finding, OpenExtension } from '../finding.js'
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

/** The clock goes on with a later due, on the same ladder. */
function resumed(finding: Finding, moved: MovedDue): Change {
  return { ...newPlan(finding), ...moved }
}

/** The new date counts for everything, as after a rescheduling; for an answer that waits too, and should it be recalled. */
function extended(finding: Finding, moved: MovedDue, working_days_late: number | null): Change {
  const { round } = finding
  if (!round) return { ...newDue(finding, moved.due), ...moved }
  // The office's turn keeps its plan; the next one is the recall's.
  const plan = finding.last_plan + 1
  return {
    ...moved,
    ...{ last_plan: plan, rung: 0, rung_base: 0 },
    round: {
      ...round,
      claimed_due: moved.due,
      working_days_late: working_days_late ?? round.working_days_late,
      before: { ...round.before, plan, due: moved.due, rung: 0, rung_base: 0 },
    },
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
