import { COUNTED_ANEW, type Fold, NOTHING_ASKED, newDue, newPlan, pausedAnew } from './fold.js'

const review_begun: Fold<'review_begun'> = (finding) =>
  finding.round ? { round: { ...finding.round, review_begun: true } } : {}

const accepted: Fold<'accepted'> = (finding, { by }, event) =>
  finding.round
    ? {
        ...newPlan(finding),
        state: 'verified',
        round: { ...finding.round, review_begun: true, accepted_by: [by] },
        turn_since: event.effective_at,
      }
    : {}

/** The plan's due counts for everything, as after a rescheduling; whatever was asked before is answered with it. */
const plan_accepted: Fold<'plan_accepted'> = (finding, { due, steps }, event) => ({
  ...newDue(finding, due),
  ...NOTHING_ASKED,
  state: 'ongoing',
  late_from: null,
  round: null,
  fix_steps: steps,
  progress_at: null,
  turn_since: event.effective_at,
})

/** The ladder goes on from the rung reached, counted from the new due. */
const returned: Fold<'returned'> = (finding, { kind, to, due, late_from }, event) => ({
  ...newPlan(finding),
  state: to,
  due,
  late_from,
  rung_base: finding.rung,
  round: null,
  returns: finding.returns + (kind === 'substantive' ? 1 : 0),
  formal_returns: finding.formal_returns + (kind === 'formal' ? 1 : 0),
  turn_since: event.effective_at,
})

const closed: Fold<'closed'> = (finding, _data, event) => ({
  ...newPlan(finding),
  ...NOTHING_ASKED,
  state: 'closed',
  closed_at: event.effective_at,
  turn_since: event.effective_at,
})

const closed_unreported: Fold<'closed_unreported'> = (finding, data, event) => ({
  ...closed(finding, { round: finding.rounds, ...data }, event),
  unreported: true,
})

/** A new cycle under the same number: its counters, report, lateness and all that was known of the problem start again. */
const reopened: Fold<'reopened'> = (finding, { due }, event) => ({
  ...newDue(finding, due),
  state: 'rectifying',
  cycle: finding.cycle + 1,
  cycle_plan: finding.last_plan + 1,
  cycle_since: event.effective_at,
  ...COUNTED_ANEW,
  taken_down_at: null,
  fixed: 'unknown',
  retest: null,
  closed_at: null,
  unreported: false,
  lookbacks: null,
  lookback: null,
  seen_again: false,
  followed_by: null,
  turn_since: event.effective_at,
})

/** The new date counts for everything: lateness no longer runs from an earlier due, nor does signing move it. */
const rescheduled: Fold<'rescheduled'> = (finding, { due }, event) => ({
  ...newDue(finding, due),
  ...pausedAnew(finding, event),
  late_from: null,
  due_from_receipt: null,
})

/** The office's decisions. */
export const judging = {
  review_begun,
  accepted,
  plan_accepted,
  returned,
  closed,
  closed_unreported,
  reopened,
  rescheduled,
}
