import { type Fold, newDue, newPlan } from './fold.js'

/** The take-down moves the due to the written report's; the ladder starts afresh. */
const takedown_reported: Fold<'takedown_reported'> = (finding, { taken_down_at, due }) => ({
  ...newDue(finding, due),
  taken_down_at,
})

const progress_reported: Fold<'progress_reported'> = (finding, { progress }, event) => ({
  progress_at: event.effective_at,
  progress: progress ?? finding.progress,
})

const responded: Fold<'responded'> = (finding, { round }, event) => ({
  ...newPlan(finding),
  state: 'responded',
  rounds: round.number,
  round: { ...round, review_begun: false, accepted_by: [] },
  rung: round.before.rung,
  highest_rung: round.before.highest_rung,
  turn_since: event.effective_at,
})

/** Back to the turn before the answer, on its old plan: the clock ran on meanwhile. */
const recalled: Fold<'recalled'> = (finding, { to }) => {
  if (!finding.round) return {}
  const { state: _state, ...before } = finding.round.before
  return { ...before, state: to, round: null }
}

/** The unit's own acts on its turn. */
export const answering = { takedown_reported, progress_reported, responded, recalled }
