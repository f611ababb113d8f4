import type { Fold } from './fold.js'
import { COUNTED_ANEW, NOTHING_ASKED, newDue, newPlan } from './fold.js'

const drafted: Fold<'drafted'> = (_finding, { line }) => line

/** Beside the codes it changes only what stands beside the row. */
const redrafted: Fold<'redrafted'> = (_finding, { codes }) => codes

const issued: Fold<'issued'> = (finding, data, event) => ({
  ...data.line,
  ...newPlan(finding),
  cycle_plan: finding.last_plan + 1,
  cycle_since: event.effective_at,
  state: 'notified',
  tenure: 1,
  served_at: data.served_at,
  service_date: data.service_date,
  due: data.due,
  original_due: data.due,
  due_from_receipt: data.due_from_receipt,
  policy_version: data.policy_version,
  repeats: data.repeats ?? null,
  public_report: data.public_report ?? false,
  issued_by: data.issued_by ?? event.actor.person_id,
  turn_since: event.effective_at,
})

/** Signing may move the due earlier, and the original due of the tenure moves with it. */
const acknowledged: Fold<'acknowledged'> = (finding, { received_at, due }) => ({
  state: 'rectifying',
  received_at,
  receipt_unproven: false,
  ...(due ? { ...newDue(finding, due), original_due: due } : {}),
})

const receipt_deemed: Fold<'receipt_deemed'> = (_finding, { received_at }) => ({
  state: 'rectifying',
  received_at,
  receipt_deemed: true,
  receipt_unproven: false,
})

const receipt_unproven: Fold<'receipt_unproven'> = () => ({ receipt_unproven: true })

const delegated: Fold<'delegated'> = (_finding, data) => ({ delegated_to: data })

const withdrawn: Fold<'withdrawn'> = (finding, _data, event) => ({
  ...newPlan(finding),
  ...NOTHING_ASKED,
  state: 'withdrawn',
  turn_since: event.effective_at,
})

/** Nothing is looked for any more, and nobody decides on what was seen. */
const revoked: Fold<'revoked'> = () => ({
  revoked: true,
  lookbacks: null,
  lookback: null,
  seen_again: false,
})

const corrected: Fold<'corrected'> = (_finding, { fields }) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

const released: Fold<'released'> = () => ({})

/** A new tenure under the same number: what is known of the problem stays, all that was counted of the unit begins anew. */
const reassigned: Fold<'reassigned'> = (finding, data, event) => ({
  ...newDue(finding, data.due),
  ...NOTHING_ASKED,
  ...COUNTED_ANEW,
  state: 'notified',
  cycle_plan: finding.last_plan + 1,
  tenure: finding.tenure + 1,
  unit_id: data.unit_id,
  repeats: null,
  served_at: data.served_at,
  service_date: data.service_date,
  received_at: null,
  receipt_deemed: false,
  receipt_unproven: false,
  contact_at: null,
  due_from_receipt: null,
  original_due: data.due,
  turn_since: event.effective_at,
})

/** Receipt and the notice's own changes. */
export const issuing = {
  drafted,
  redrafted,
  issued,
  acknowledged,
  receipt_deemed,
  receipt_unproven,
  delegated,
  withdrawn,
  revoked,
  corrected,
  released,
  reassigned,
}
