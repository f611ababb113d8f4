import type { EventData, NewEvent } from '../events.js'
import type { Due, Finding } from '../finding.js'
import { isUnitsTurn } from '../overdue.js'
import type { Change, Fold } from './fold.js'

/**
 * A due that a new calendar moved begins a new plan, on the ladder as it was climbed; where an answer waits it is the
 * recall's that begins anew. One that had fallen, and has passed all the same, does not fall again.
 */
const recalculated: Fold<'recalculated'> = (finding, data, event) => {
  const { extension } = finding
  const moved = isUnitsTurn(finding) && data.due !== null && data.due.at !== finding.due?.at
  return {
    ...(moved ? movedPlan(finding, data.due, finding.last_plan + 1, event) : {}),
    ...recallMoved(finding, data, event),
    ...(data.asked && extension ? { extension: { ...extension, due: data.asked } } : {}),
    due: data.due ?? finding.due,
    late_from: data.late_from ?? finding.late_from,
    service_date: data.service_date ?? finding.service_date,
  }
}

function recallMoved(
  finding: Finding,
  { claimed, before }: EventData['recalculated'],
  event: NewEvent,
): Change {
  const { round, last_plan } = finding
  if (!round || !(claimed || before)) return {}
  const moved = before !== null && before.at !== round.before.due?.at
  // The office's turn keeps its plan; the next one is the recall's.
  const { last_plan: last, ...plan } = movedPlan(round.before, before, last_plan + 1, event)
  return {
    ...(moved ? { last_plan: last } : {}),
    round: {
      ...round,
      claimed_due: claimed ?? round.claimed_due,
      before: { ...round.before, ...(moved ? plan : {}), due: before ?? round.before.due },
    },
  }
}

function movedPlan(
  from: Pick<Finding, 'plan' | 'fell_due_plan'>,
  due: Due | null,
  plan: number,
  { effective_at }: NewEvent,
): Pick<Finding, 'plan' | 'last_plan' | 'fell_due_plan'> {
  const fell = from.fell_due_plan === from.plan && due !== null && due.at <= effective_at
  return { plan, last_plan: plan, fell_due_plan: fell ? plan : null }
}

/** What a new calendar does. */
export const recalculating = { recalculated }
