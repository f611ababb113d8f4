import type { StoredEvent } from '../db/event.js'
import type { StoredMilestone } from '../db/milestone.js'
import { stepOf } from '../domain/clock/office-limits.js'
import { planOf } from '../domain/clock/plan.js'
import { wakeOf } from '../domain/clock/replan.js'
import { earliestProof } from '../domain/clock/take.js'
import { isUnitsTurn } from '../domain/overdue.js'
import { isHeld } from '../domain/requests.js'
import type { EventType, Outcome } from '../domain/vocabulary.js'
import type { Check } from './case.js'

/** The rows that still wait, or are held, are those the plan wants, and none that waits is overdue itself. */
export const checkPlan: Check = (
  { stored: { finding }, events, milestones, proof },
  { now, rules },
) => {
  // What was done is not done again where a new calendar would have had it later.
  const first = finding.original_due?.basis.calendar_version ?? rules.calendar.version
  const recalculated =
    first !== rules.calendar.version || events.some(({ type }) => type === 'recalculated')
  // Of a request the office is reminded once, whatever plan runs.
  const runs = ({ plan, kind, step }: StoredMilestone) =>
    plan === finding.plan || (kind === 'nag_office' && step > stepOf(0, 2))
  const done = milestones.filter(
    (row) => runs(row) && row.outcome !== null && ENDED.includes(row.outcome),
  )
  const isDone = (want: Pick<Planned, 'kind' | 'step'>) =>
    recalculated && done.some((row) => row.kind === want.kind && row.step === want.step)
  const wanted = planOf(finding, rules, earliestProof(finding, proof)).map((want) => ({
    ...want,
    wake_at: wakeOf(finding, want, rules),
  }))
  const live = milestones.filter((row) => row.outcome === null)
  const open = milestones.filter((row) => row.outcome === null || row.outcome === 'held')
  const missed = live.filter((row) => row.at <= now)
  const unwanted = open
    .filter((row) => row.outcome !== 'held' || isUnitsTurn(finding))
    .filter((row) => row.plan !== finding.plan || !wanted.some((want) => isSame(want, row)))
  const missing = wanted.filter(
    (want) => want.at > now && !isDone(want) && !open.some((row) => isSame(want, row)),
  )
  const loose = open.filter(
    (row) =>
      row.kind !== 'open_day' &&
      row.kind !== 'gather' &&
      isHeld(finding, row.kind) !== (row.outcome === 'held'),
  )
  return [
    ...missed.map((row) => `${row.kind}/${row.step} 已到 ${row.at} 而没有执行`),
    ...loose.map((row) => `${row.kind}/${row.step} 与待审批的申请不符：应否暂停`),
    ...unwanted.map((row) => `${row.kind}/${row.step} 不在计划内`),
    ...missing.map((want) => `缺少计划内的 ${want.kind}/${want.step}`),
  ]
}

/** What is done, or was too late to be. */
const ENDED: readonly Outcome[] = ['taken', 'skipped']

/** Whatever the clock has taken is recorded, once and at its instant, and the other way round. */
export const checkTaken: Check = ({ events, milestones }) => {
  const taken = milestones.filter((row) => row.outcome === 'taken' || row.outcome === 'void')
  const acts = events.filter((event) => event.actor.role === 'system')
  const recorded = acts.map(nameOfAct).toSorted()
  const owed = taken
    .filter((row) => row.taken_at !== null)
    .map(nameOfRow)
    .toSorted()
  return [
    ...without(recorded, owed).map((name) => `记录了 ${name}，却没有对应的时点`),
    ...without(owed, recorded).map((name) => `时点 ${name} 已执行，却没有记录`),
  ]
}

const KIND: Partial<Record<EventType, StoredMilestone['kind']>> = {
  receipt_deemed: 'deem_received',
  receipt_unproven: 'deem_received',
  reminded: 'remind',
  delegate_reminded: 'remind_delegate',
  support_reminded: 'remind_support',
  fell_due: 'fall_due',
  climbed: 'climb',
  office_nagged: 'nag_office',
  progress_missed: 'progress_due',
  lookback_opened: 'open_lookback',
}

function nameOfAct(event: StoredEvent): string {
  return `${KIND[event.type] ?? event.type}${stepOfAct(event)}@${event.effective_at}`
}

function nameOfRow({ kind, step, at }: StoredMilestone): string {
  const counted = kind === 'climb' || kind === 'nag_office'
  return `${kind}${counted ? `/${step}` : ''}@${at}`
}

function stepOfAct(event: StoredEvent): string {
  if (event.type === 'climbed') return `/${event.data.rung}`
  if (event.type !== 'office_nagged') return ''
  const { number = 0, step } = event.data
  return `/${stepOf(number, step)}`
}

type Planned = Pick<StoredMilestone, 'kind' | 'step' | 'at' | 'wake_at'>

function isSame(a: Planned, b: Planned): boolean {
  return a.kind === b.kind && a.step === b.step && a.at === b.at && a.wake_at === b.wake_at
}

/** What is in the first list and not in the second, as often as it is there too often. */
function without(names: readonly string[], others: readonly string[]): string[] {
  const left = [...others]
  return names.filter((name) => {
    const at = left.indexOf(name)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}
