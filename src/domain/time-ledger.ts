import type { NewEvent } from './events.js'
import { closingsBetween } from './hours.js'
import { type Instant, later } from './instant.js'
import type { Rules } from './rules.js'
import type { EventType, Holder, RequestKind } from './vocabulary.js'

/** A time during which one side held the finding: from, up to but without until. */
export interface Stretch {
  holder: Holder
  from: Instant
  /** The present instant while it still runs. */
  until: Instant
  running: boolean
  working_days: number
}

/** Whose time a finding took, in working days: the sums of the stretches, so that no day is counted twice. */
export interface TimeLedger {
  stretches: readonly Stretch[]
  working_days: Readonly<Record<Holder, number>>
}

/** Whom an event hands the finding to: nobody any more, or the same as before. What is asked and decided see `pausesAfter`. */
const HANDS_TO: Readonly<Record<EventType, Holder | 'nobody' | 'same'>> = {
  drafted: 'same',
  redrafted: 'same',
  issued: 'unit',
  acknowledged: 'same',
  receipt_deemed: 'same',
  receipt_unproven: 'same',
  delegated: 'same',
  support_asked: 'same',
  support_ended: 'same',
  contributed: 'same',
  takedown_reported: 'same',
  progress_reported: 'same',
  responded: 'office',
  recalled: 'same',
  review_begun: 'same',
  accepted: 'office',
  plan_accepted: 'unit',
  returned: 'unit',
  closed: 'nobody',
  closed_unreported: 'nobody',
  lookbacks_planned: 'same',
  reopened: 'unit',
  followed: 'same',
  withdrawn: 'nobody',
  revoked: 'same',
  corrected: 'same',
  released: 'nobody',
  reassigned: 'unit',
  rescheduled: 'same',
  recalculated: 'same',
  extension_requested: 'same',
  dispute_raised: 'same',
  transfer_requested: 'same',
  view_given: 'same',
  request_withdrawn: 'same',
  decision_proposed: 'same',
  request_decided: 'same',
  retest_recorded: 'same',
  report_registered: 'same',
  report_exempted: 'same',
  contact_recorded: 'same',
  instruction_recorded: 'same',
  commented: 'same',
  words_erased: 'same',
  reminded: 'same',
  delegate_reminded: 'same',
  support_reminded: 'same',
  fell_due: 'same',
  climbed: 'same',
  office_nagged: 'same',
  progress_missed: 'same',
  lookback_opened: 'same',
}

/** What the ledger reads of an event. */
export type LedgerEvent = Pick<NewEvent, 'type' | 'effective_at' | 'data'>

interface Hand {
  holder: Holder | 'nobody'
  from: Instant
}

/** Who has held it so far, and for what it stands still. */
interface Held {
  hands: readonly Hand[]
  pauses: readonly RequestKind[]
}

/**
 * The two-sided ledger of a finding's time, rebuilt from its history (time.md, "Pauses and two-sided time"): a working day
 * belongs to whoever held the finding at its closing time, and none of it to a unit that got the finding later. An answer
 * that was recalled counts as never given, and one from paper from the day it was received.
 */
export function timeLedger(
  { calendar, hours }: Pick<Rules, 'calendar' | 'hours'>,
  events: readonly LedgerEvent[],
  now: Instant,
): TimeLedger {
  const { hands } = events.reduce(taken, { hands: [], pauses: [] })
  const stretches = hands.flatMap(({ holder, from }, index): Stretch[] => {
    const next = hands[index + 1]
    const until = next?.from ?? later(now, from)
    if (holder === 'nobody') return []
    const working_days = closingsBetween(calendar, hours, from, until)
    return [{ holder, from, until, running: !next, working_days }]
  })
  const sum = (holder: Holder) =>
    stretches.reduce((days, one) => days + (one.holder === holder ? one.working_days : 0), 0)
  return {
    stretches,
    working_days: {
      unit: sum('unit'),
      office: sum('office'),
      transfer: sum('transfer'),
      former_unit: sum('former_unit'),
    },
  }
}

function taken({ hands, pauses }: Held, event: LedgerEvent): Held {
  if (event.type === 'recalled') return { hands: hands.slice(0, -1), pauses }
  const kept = event.type === 'released' ? hands.map(former) : hands
  const still = pausesAfter(pauses, event)
  const turn = HANDS_TO[event.type]
  const holder = still === pauses ? turn : holderWhile(still)
  const held = { hands: kept, pauses: turn === 'nobody' ? [] : still }
  if (holder === 'same' || holder === kept.at(-1)?.holder) return held
  return { ...held, hands: [...kept, handFrom(holder, event, kept)] }
}

/** For what the clock stands still after an event: the very same list where that changes nothing. */
function pausesAfter(
  pauses: readonly RequestKind[],
  { type, data }: LedgerEvent,
): readonly RequestKind[] {
  const begins = 'pauses' in data && data.pauses
  if (begins && type === 'dispute_raised') return [...pauses, 'dispute']
  if (begins && type === 'transfer_requested') return [...pauses, 'transfer']
  if (type !== 'request_withdrawn' && type !== 'request_decided') return pauses
  const left = pauses.filter((kind) => !('kind' in data) || data.kind !== kind)
  return left.length < pauses.length ? left : pauses
}

/** Whose time a pause is: while the office looks into a dispute its own, else that of the transfer. */
function holderWhile(pauses: readonly RequestKind[]): Holder {
  if (pauses.length === 0) return 'unit'
  return pauses.includes('dispute') ? 'office' : 'transfer'
}

function handFrom(holder: Hand['holder'], { effective_at }: LedgerEvent, hands: readonly Hand[]) {
  const last = hands.at(-1)
  return { holder, from: last ? later(last.from, effective_at) : effective_at }
}

/** What the unit held until its release was its own time. */
function former(hand: Hand): Hand {
  return hand.holder === 'unit' ? { ...hand, holder: 'former_unit' } : hand
}
