import {
  condition,
  defineQuery,
  defineSignal,
  isCancellation,
  log,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow'
import type { ClockView, MilestoneView } from '../src/domain/clock-view.js'
import { ADVANCED, RENEW, WAITING, type Waiting } from './messages.js'

/** Pauses after a catch-up that changed nothing: a clock that leads, a spent row. Never shorter than a second. */
const FIRST_PAUSE = 1_000
const LONGEST_PAUSE = 30_000

/** What the clock of a workflow is made of. */
interface Works<V extends ClockView> {
  /** Takes what is due and answers with the newest view; `settled` when there is nothing left to wait for. */
  catchUp: (due: readonly MilestoneOf<V>[], view: V) => Promise<V | 'settled'>
  /** Something goes on beside the timer; a new history has to wait for it, and time is kept until then. */
  busy?: () => boolean
  /** Milestones somebody is seeing to already. */
  inHand?: (milestone: MilestoneOf<V>) => boolean
}

export type MilestoneOf<V extends ClockView> = V['milestones'][number]

export interface OneTimer<V extends ClockView> {
  view: () => V
  /** Nothing is left to wait for: the run may end. */
  settled: () => boolean
  /** The history has grown long, or somebody asked for a fresh one. */
  wantsRenewal: () => boolean
  /** Keeps time while `here` holds; returns when it no longer does, when settled or when renewal is wanted. */
  keep: (here: (view: V) => boolean) => Promise<void>
  /** Takes over a view that is newer than the one held; an older or equal one changes nothing. */
  adopt: (view: V) => void
}

/**
 * The one timer of a workflow: told by signals, set for the earliest milestone of the newest view, moved when that
 * is another one. Registers the workflow's handlers, so it has to be made before the first await.
 */
export function oneTimer<V extends ClockView>(first: V, works: Works<V>): OneTimer<V> {
  let view = first
  let over = false
  let renewal = false

  const settled = () => over || view.settled
  const wantsRenewal = () =>
    (renewal || workflowInfo().continueAsNewSuggested) && works.busy?.() !== true
  const next = () => earliest(view, works.inHand)
  const adopt = (newer: V) => {
    if (newer.version <= view.version) return
    view = newer
    over = false
  }
  setHandler(defineSignal<[V]>(ADVANCED), adopt)
  setHandler(defineSignal(RENEW), () => {
    renewal = true
  })
  setHandler(defineQuery<Waiting>(WAITING), () => waiting(view, settled(), next()))

  /** Waits for the milestone's time; false when something else came first. */
  async function timeFor(milestone: MilestoneOf<V> | undefined, goOn: () => boolean) {
    if (isDueByStandingClock(view, milestone)) return true
    const moved = () => !goOn() || !same(next(), milestone) || isDueByStandingClock(view, milestone)
    // A rehearsal's clock stands still: nothing becomes due until a newer view says so.
    if (!milestone || view.standing_clock !== null) return condition(moved).then(() => false)
    const ms = milestone.wake_at - Date.now()
    return ms <= 0 || !(await condition(moved, ms))
  }

  async function keep(here: (view: V) => boolean): Promise<void> {
    const goOn = () => here(view) && !settled() && !wantsRenewal()
    let pause = FIRST_PAUSE
    while (goOn()) {
      const milestone = next()
      if (!(await timeFor(milestone, goOn)) || !milestone) continue
      const { version } = view
      const answer = await attempt(() =>
        works.catchUp(dueWith(milestone, view, works.inHand), view),
      )
      if (answer === 'settled') over = view.version === version
      else if (answer) adopt(answer)
      if (!goOn() || !same(next(), milestone)) {
        pause = FIRST_PAUSE
        continue
      }
      const held = view.version
      await condition(() => view.version !== held || !goOn(), pause)
      pause = Math.min(pause * 2, LONGEST_PAUSE)
    }
  }

  return { view: () => view, settled, wantsRenewal, keep, adopt }
}

/** The answer, or null: a failure that retrying does not mend must not end the workflow. Cancellation passes. */
export async function attempt<A>(work: () => Promise<A>): Promise<A | null> {
  try {
    return await work()
  } catch (error) {
    if (isCancellation(error)) throw error
    log.error('an activity failed for good', { error })
    return null
  }
}

function earliest<V extends ClockView>(
  view: V,
  inHand: Works<V>['inHand'] = () => false,
): MilestoneOf<V> | undefined {
  const free = view.milestones.filter((milestone) => !inHand(milestone))
  const soonest = Math.min(...free.map((milestone) => timeOf(view, milestone)))
  return free.find((milestone) => timeOf(view, milestone) === soonest)
}

/** The spread of wake-ups is for real timers only; a rehearsal goes by the legal instants. */
function timeOf({ standing_clock }: ClockView, { at, wake_at }: MilestoneView<string>): number {
  return standing_clock === null ? wake_at : at
}

function isDueByStandingClock(
  { standing_clock }: ClockView,
  milestone: MilestoneView<string> | undefined,
): boolean {
  return standing_clock !== null && milestone !== undefined && milestone.at <= standing_clock
}

/** The milestone whose time has come and all others that are due with it. */
function dueWith<V extends ClockView>(
  milestone: MilestoneOf<V>,
  view: V,
  inHand: Works<V>['inHand'] = () => false,
): MilestoneOf<V>[] {
  const now = view.standing_clock ?? Date.now()
  return view.milestones.filter(
    (one) => !inHand(one) && (same(one, milestone) || timeOf(view, one) <= now),
  )
}

function same(a: MilestoneView<string> | undefined, b: MilestoneView<string> | undefined): boolean {
  return a?.kind === b?.kind && a?.step === b?.step && a?.at === b?.at && a?.wake_at === b?.wake_at
}

function waiting(
  { version, state }: ClockView,
  settled: boolean,
  next: MilestoneView<string> | undefined,
): Waiting {
  return {
    version,
    state,
    settled,
    next: next ? { kind: next.kind, step: next.step, wake_at: next.wake_at } : null,
  }
}
