import type { EventData, NewEvent } from './events.js'
import { closingsBetween } from './hours.js'
import { type Instant, later } from './instant.js'
import type { Rules } from './rules.js'
import type { EventType, Holder } from './vocabulary.js'

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

type Hands = Holder | 'nobody' | 'same'

/** Whom an event hands the finding to: nobody any more, or the same as before. During a pause the office has it. */
const HANDS_TO: {
  readonly [T in EventType]: Hands | ((data: EventData[T]) => Hands)
} = {
  drafted: 'same',
  issued: 'unit',
  acknowledged: 'same',
  receipt_deemed: 'same',
  receipt_unproven: 'same',
  delegated: 'same',
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
  reopened: 'unit',
  withdrawn: 'nobody',
  corrected: 'same',
  released: 'nobody',
  reassigned: 'unit',
  rescheduled: 'same',
  extension_requested: 'same',
  dispute_raised: ({ pauses }) => (pauses ? 'office' : 'same'),
  request_withdrawn: ({ kind }) => (kind === 'dispute' ? 'unit' : 'same'),
  decision_proposed: 'same',
  request_decided: ({ kind }) => (kind === 'dispute' ? 'unit' : 'same'),
  retest_recorded: 'same',
  report_registered: 'same',
  report_exempted: 'same',
  contact_recorded: 'same',
  instruction_recorded: 'same',
  commented: 'same',
  reminded: 'same',
  fell_due: 'same',
  climbed: 'same',
  office_nagged: 'same',
  progress_missed: 'same',
}

/** What the ledger reads of an event. */
export type LedgerEvent = Pick<NewEvent, 'type' | 'effective_at' | 'data'>

interface Hand {
  holder: Holder | 'nobody'
  from: Instant
}

/**
 * The two-sided ledger of a finding's time, rebuilt from its history (time.md, "Pauses and two-sided time"): a working day
 * belongs to whoever held the finding at its closing time, and none of it to a unit that got the finding later. An answer that was recalled counts as never given, and one
 * from paper from the day it was received.
 */
export function timeLedger(
  { calendar, hours }: Pick<Rules, 'calendar' | 'hours'>,
  events: readonly LedgerEvent[],
  now: Instant,
): TimeLedger {
  const hands = events.reduce(taken, [])
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
    working_days: { unit: sum('unit'), office: sum('office'), former_unit: sum('former_unit') },
  }
}

function taken(hands: readonly Hand[], event: LedgerEvent): Hand[] {
  if (event.type === 'recalled') return hands.slice(0, -1)
  if (event.type === 'released') return [...hands.map(former), handFrom('nobody', event, hands)]
  const holder = handsTo(event.type, event)
  if (holder === 'same' || holder === hands.at(-1)?.holder) return [...hands]
  return [...hands, handFrom(holder, event, hands)]
}

function handFrom(holder: Hand['holder'], { effective_at }: LedgerEvent, hands: readonly Hand[]) {
  const last = hands.at(-1)
  return { holder, from: last ? later(last.from, effective_at) : effective_at }
}

/** What the unit held until its release was its own time. */
function former(hand: Hand): Hand {
  return hand.holder === 'unit' ? { ...hand, holder: 'former_unit' } : hand
}

function handsTo<T extends EventType>(type: T, event: LedgerEvent): Hands {
  const hands: Hands | ((data: EventData[T]) => Hands) = HANDS_TO[type]
  return typeof hands === 'function' ? hands(event.data as EventData[T]) : hands
}
