import type { MovedDue, NewEvent } from '../events.js'
import type { Finding } from '../finding.js'
import { earlier } from '../instant.js'
import type { OpenExtension } from '../open-request.js'
import { daysAsked, pausing } from '../requests.js'
import type { RequestKind } from '../vocabulary.js'
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

const transfer_requested: Fold<'transfer_requested'> = (finding, data, event) => {
  const { pauses, unit_id: target_unit_id, ...asked } = data
  const paused = { pauses, paused_since: event.effective_at }
  return {
    transfer: { ...begun(finding, asked, event), ...paused, target_unit_id, view: null },
    requests: finding.requests + 1,
    transfers: finding.transfers + 1,
  }
}

const view_given: Fold<'view_given'> = ({ transfer }, { agrees }) => ({
  transfer: transfer && { ...transfer, view: { agrees } },
})

function begun(
  { requests }: Finding,
  { id, asked_by }: { id: string; asked_by: readonly string[] },
  { effective_at }: NewEvent,
) {
  return { id, number: requests + 1, asked_by, asked_at: effective_at, proposal: null }
}

/** An extension that is taken back was never asked for; the pause of any other counts. */
const request_withdrawn: Fold<'request_withdrawn'> = (finding, { kind, moved }) => ({
  ...(moved ? resumed(finding, moved) : {}),
  ...ended(finding, kind),
})

const decision_proposed: Fold<'decision_proposed'> = (finding, { kind, by, verdict }) => ({
  [kind]: finding[kind] && { ...finding[kind], proposal: { by, verdict } },
})

const request_decided: Fold<'request_decided'> = (finding, data, event) => {
  const { kind, verdict, moved, working_days_late } = data
  const { extension } = finding
  if (kind !== 'extension' || !extension) {
    return { ...(moved ? resumed(finding, moved) : {}), ...ended(finding, kind) }
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

/** Where two of them pause, the clock stands from the first until the last has ended. */
function ended(finding: Finding, kind: RequestKind): Change {
  const gone = pausing(finding).find((one) => one.kind === kind)
  const other = pausing(finding).find((one) => one.kind !== kind)
  if (!gone || !other) return { [kind]: null }
  const paused_since = earlier(gone.request.paused_since, other.request.paused_since)
  return { [kind]: null, [other.kind]: { ...other.request, paused_since } }
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
  transfer_requested,
  view_given,
  request_withdrawn,
  decision_proposed,
  request_decided,
}
