import { isUnitsTurn } from '../overdue.js'
import { type Fold, newPlan } from './fold.js'

const reminded: Fold<'reminded'> = () => ({})

const fell_due: Fold<'fell_due'> = (finding) => ({ fell_due_plan: finding.plan })

const climbed: Fold<'climbed'> = (finding, { rung }) => ({
  rung,
  highest_rung: Math.max(finding.highest_rung, rung),
})

const office_nagged: Fold<'office_nagged'> = () => ({})

const progress_missed: Fold<'progress_missed'> = () => ({})

/**
 * A due that a new calendar moved begins a new plan, on the ladder as it was climbed; one that had fallen, and has passed all
 * the same, does not fall again.
 */
const recalculated: Fold<'recalculated'> = (finding, data, { effective_at }) => {
  const { round } = finding
  const due = data.due ?? finding.due
  const moved = isUnitsTurn(finding) && due?.at !== finding.due?.at
  const plan = newPlan(finding)
  const fell = finding.fell_due_plan === finding.plan && due !== null && due.at <= effective_at
  return {
    ...(moved ? { ...plan, fell_due_plan: fell ? plan.plan : null } : {}),
    ...(data.before && round
      ? { round: { ...round, before: { ...round.before, due: data.before } } }
      : {}),
    due,
    late_from: data.late_from ?? finding.late_from,
    service_date: data.service_date ?? finding.service_date,
  }
}

/** What the clock does, and what its calendar does to it. */
export const waiting = {
  reminded,
  fell_due,
  climbed,
  office_nagged,
  progress_missed,
  recalculated,
}
