import type { NewEvent } from '../events.js'
import { evolve } from '../evolve/evolve.js'
import { isLive, type Milestone } from '../milestone.js'
import type { Situation } from '../situation.js'
import { MILESTONES } from '../vocabulary.js'
import { planOf } from './plan.js'
import { replan, type Seen } from './replan.js'
import { earliestProof, take } from './take.js'

/** A situation after some events, with those events in order. */
export interface Progress {
  situation: Situation
  events: readonly NewEvent[]
}

/**
 * Folds one event in and brings the milestones to the plan that follows from it, as seen from the event's instant
 * where it begins a plan. A plan that runs on gets back nothing that was past when it began.
 */
export function advance(situation: Situation, event: NewEvent): Situation {
  const finding = evolve(situation.finding, event)
  const rows = voidRows(situation, event)
  const from = finding.plan === situation.finding.plan ? situation.now : event.effective_at
  const moving = event.type === 'recalculated'
  return planned({ ...situation, finding, milestones: rows }, { from, moving })
}

/** The same situation with its milestones brought to the plan, as seen from the planning instant. */
function planned(situation: Situation, seen: Seen): Situation {
  const { finding, rules, milestones } = situation
  const wanted = planOf(finding, rules, earliestProof(finding, situation.proof))
  return { ...situation, milestones: replan(finding, milestones, wanted, seen, rules) }
}

/**
 * Takes every live milestone due by `now`, in order of instant, each planning what follows from it in the same
 * pass. So the record is the same whether workers ran or not. Ends: each turn closes one row for
 * good, and a plan has only so many.
 */
export function takeDue(situation: Situation): Progress {
  const events: NewEvent[] = []
  let current = proofPlanned(situation)
  for (let row = nextDue(current); row; row = nextDue(current)) {
    const event = take(current, row)
    const taken: Milestone = { ...row, taken_at: current.now, outcome: event ? 'taken' : 'skipped' }
    const milestones = current.milestones.map((other) => (other === row ? taken : other))
    current = { ...current, milestones }
    if (event) {
      events.push(event)
      current = advance(current, event)
    }
  }
  return { situation: current, events }
}

function nextDue({ milestones, now }: Situation): Milestone | undefined {
  return milestones.filter((row) => isLive(row) && row.at <= now).toSorted(inOrder)[0]
}

/** By instant; ties by kind (deem_received, remind, fall_due, climb, others), then by step. */
function inOrder(a: Milestone, b: Milestone): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1
  return MILESTONES.indexOf(a.kind) - MILESTONES.indexOf(b.kind) || a.step - b.step
}

/** Late proof of delivery is the only outside fact that plans anew: receipt is deemed counted from it, and no longer once it was refuted. */
function proofPlanned(situation: Situation): Situation {
  const waiting = situation.finding.state === 'notified' && situation.finding.receipt_unproven
  return waiting ? planned(situation, { from: situation.now, moving: false }) : situation
}

function voidRows({ milestones }: Situation, event: NewEvent): readonly Milestone[] {
  if (event.type !== 'responded' || event.data.voided.length === 0) return milestones
  const isVoid = (row: Milestone) =>
    event.data.voided.some(
      ({ plan, kind, step }) => plan === row.plan && kind === row.kind && step === row.step,
    )
  return milestones.map((row) => (isVoid(row) ? { ...row, outcome: 'void' } : row))
}
