import { workingDaysBetween } from '../calendar.js'
import type { DeliveryProof, EventData, EventOf, NewEvent } from '../events.js'
import type { Finding } from '../finding.js'
import { isMissed } from '../fix-plan.js'
import { type Instant, timeOf } from '../instant.js'
import type { Milestone } from '../milestone.js'
import { type Situation, SYSTEM } from '../situation.js'
import { placeOfStep, supportDue } from '../support.js'
import type { EventType, MilestoneKind } from '../vocabulary.js'
import { instantAt, localDateOf } from '../zone.js'
import { naggedOf } from './office-limits.js'

type Taking = (situation: Situation, milestone: Milestone) => NewEvent | null

const deem_received: Taking = ({ finding, proof }, { at }) => {
  const known = proofBy(finding, proof, at)
  return known
    ? event('receipt_deemed', { received_at: at, proof: known }, at)
    : event('receipt_unproven', {}, at)
}

const remind: Taking = ({ finding, rules }, { at }) => {
  if (!finding.due) return null
  const today = localDateOf(rules.calendar.zone, at)
  const working_days_left = workingDaysBetween(rules.calendar, today, finding.due.date)
  return event('reminded', { working_days_left, due: finding.due }, at)
}

const remind_delegate: Taking = ({ finding, rules }, { at }) => {
  const { unit_id = null, inner_due = null } = finding.delegated_to ?? {}
  if (!inner_due) return null
  const today = localDateOf(rules.calendar.zone, at)
  const working_days_left = workingDaysBetween(rules.calendar, today, inner_due)
  return event('delegate_reminded', { working_days_left, unit_id, inner_due }, at)
}

const remind_support: Taking = ({ finding, rules }, { at, step }) => {
  const support = finding.supports?.[placeOfStep(step)]
  const due_date = support && supportDue(finding, support, rules)
  if (!support || !due_date) return null
  const { unit_id } = support
  const today = localDateOf(rules.calendar.zone, at)
  const working_days_left = workingDaysBetween(rules.calendar, today, due_date)
  return event('support_reminded', { unit_id, working_days_left, due_date }, at)
}

const fall_due: Taking = ({ finding }, { at }) =>
  finding.due && event('fell_due', { due: finding.due }, at)

const climb: Taking = ({ finding }, { at, step }) =>
  finding.due && event('climbed', { rung: step, due: finding.due }, at)

const nag_office: Taking = ({ finding }, row) => {
  const nagged = naggedOf(finding, row)
  return nagged && event('office_nagged', nagged, row.at)
}

/** Nothing is recorded of a step for which progress was reported. */
const progress_due: Taking = ({ finding, rules }, { at, step }) => {
  const on = finding.fix_steps?.[step - 1]
  const missed = isMissed(finding, step, rules.calendar.zone)
  return on && missed ? event('progress_missed', { step, on }, at) : null
}

/** Whoever looked on its day already need not look again. */
const open_lookback: Taking = ({ finding, rules }, { at, step }) => {
  const on = finding.lookbacks?.[step - 1]
  if (!on) return null
  const from = instantAt(rules.calendar.zone, on, MIDNIGHT)
  const { retest } = finding
  if (retest?.result === 'pass' && retest.observed_at >= from) return null
  return event('lookback_opened', { number: step, on, from }, at)
}

const MIDNIGHT = timeOf('00:00')

const TAKE: { readonly [K in MilestoneKind]: Taking } = {
  deem_received,
  remind,
  remind_delegate,
  remind_support,
  fall_due,
  climb,
  nag_office,
  progress_due,
  open_lookback,
}

/** What taking a milestone records, effective at its own instant; null where nothing is left to record. */
export function take(situation: Situation, milestone: Milestone): NewEvent | null {
  return TAKE[milestone.kind](situation, milestone)
}

/** The earliest proof of delivery known for a finding, from its slice or a recorded contact; null when none. */
export function earliestProof(finding: Finding, slice: DeliveryProof | null): DeliveryProof | null {
  const contact = finding.contact_at && ({ at: finding.contact_at, how: 'contact' } as const)
  const { served_at } = finding
  // Another unit's slice, or one that had reached the unit before the finding came to be in it, proves nothing.
  const served = slice && served_at && slice.at >= served_at ? slice : null
  if (!served || !contact) return served ?? contact
  return contact.at < served.at ? contact : served
}

function proofBy(finding: Finding, slice: DeliveryProof | null, at: Instant): DeliveryProof | null {
  const proof = earliestProof(finding, slice)
  return proof && proof.at <= at ? proof : null
}

function event<T extends EventType>(type: T, data: EventData[T], at: Instant): EventOf<T> {
  return { type, data, texts: null, effective_at: at, actor: SYSTEM }
}
