import type { CorrectedFields, Line } from './commands.js'
import type { CurrentRound, Due, Finding, Repeats } from './finding.js'
import type { Instant, LocalDate } from './instant.js'
import type { Redrafted } from './notice/draft-edit.js'
import type { FromReceipt } from './notice-deadline.js'
import type {
  Audience,
  ErasedAbout,
  EventType,
  ExtensionReason,
  MilestoneKind,
  OfficeLimit,
  RequestKind,
  RetestResult,
  ReturnKind,
  ReturnReason,
  Role,
  State,
  Verdict,
  WithdrawnReason,
} from './vocabulary.js'

/** Proof that a slice reached its unit: dated, and how. */
export interface DeliveryProof {
  at: Instant
  how: 'mail' | 'opened' | 'contact'
}

/** What a correction changed in the row; `urgent` where a draft's followed its indicator. */
export type CorrectedCodes = Omit<CorrectedFields, 'category' | 'problem' | 'place'> & {
  urgent?: boolean | undefined
}

/** A due that a request moved, and the one from which lateness runs on, moved with it. */
export interface MovedDue {
  due: Due
  late_from: Due | null
}

/** Codes, ids, dates and numbers of every event: enough to fold it. Texts travel beside, in `texts`. */
export interface EventData {
  drafted: { line: Pick<Finding, keyof Line> }
  redrafted: Redrafted
  issued: {
    line: Line
    served_at: Instant
    service_date: LocalDate
    due: Due
    due_from_receipt: FromReceipt | null
    policy_version: string
    /** Left out where it repeats nothing. */
    repeats?: Repeats | undefined
    /** Left out where the office found it itself. */
    public_report?: true
    /** Whose decision it was, where somebody else entered it. */
    issued_by?: string
  }
  /** `due` is set where signing moved it earlier. */
  acknowledged: { received_at: Instant; due: Due | null }
  receipt_deemed: { received_at: Instant; proof: DeliveryProof }
  receipt_unproven: object
  delegated: { unit_id: string | null; person_id: string | null; inner_due: LocalDate | null }
  /** A unit is to help the one that answers; `unit_id` is the helping one's, as in the three below. */
  support_asked: { unit_id: string }
  support_ended: { unit_id: string }
  /** `done`: it has nothing more to give, and is reminded no more. */
  contributed: { unit_id: string; done: boolean; evidence: readonly string[] }
  takedown_reported: { taken_down_at: Instant; due: Due; evidence: readonly string[] }
  progress_reported: { progress: { done: number; total: number } | null }
  responded: {
    round: Omit<CurrentRound, 'review_begun' | 'accepted_by'>
    /** Null for a fix plan, under which nothing is completed yet. */
    completed_on: LocalDate | null
    /** The days of the unit's fix plan; left out without one. */
    fix_plan?: { fixed_by: LocalDate; steps: readonly LocalDate[] }
    /** When the unit asked whoever has to act, and which of its files prove it; left out where nobody was. */
    asked?: { on: LocalDate; evidence: string[] }
    evidence: readonly string[]
    received_on: LocalDate | null
    voided: readonly { plan: number; kind: MilestoneKind; step: number }[]
  }
  recalled: { round: number; to: State }
  review_begun: { round: number }
  accepted: { round: number; by: string; retest: 'pass' | 'reason' }
  plan_accepted: { round: number; by: string; due: Due; steps: readonly LocalDate[] }
  returned: {
    round: number
    kind: ReturnKind
    reasons: readonly ReturnReason[]
    to: 'returned' | 'ongoing'
    due: Due
    late_from: Due | null
  }
  closed: { round: number }
  closed_unreported: object
  /** The days on which the office looks again; of these the unit is not told. */
  lookbacks_planned: { on: readonly LocalDate[] }
  reopened: { due: Due; evidence: readonly string[] }
  /** What was seen again is taken up with another finding. */
  followed: { by: string }
  withdrawn: { reason_code: WithdrawnReason; from: State }
  /** Of a closed finding: its notice was revoked. */
  revoked: object
  corrected: { fields: CorrectedCodes; texts: readonly ('category' | 'problem' | 'place')[] }
  /** The end of a unit's tenure, as that unit reads it. */
  released: { unit_id: string | null; why: 'reassigned' | 'transferred' }
  /** The beginning of the next tenure: served anew, with a window of its own. */
  reassigned: { unit_id: string; served_at: Instant; service_date: LocalDate; due: Due }
  rescheduled: { due: Due }
  /**
   * What a new calendar moved: the due, with the instant it was at, and the one lateness runs from; of an answer that waits the
   * due it claimed to meet and the one a recall gives back; the due that an extension asks for; the day the service counts
   * as. Null for what stays; with all of them null only what the clock has ahead moved.
   */
  recalculated: {
    calendar_version: string
    was_at: Instant | null
    due: Due | null
    late_from: Due | null
    claimed: Due | null
    before: Due | null
    asked: Due | null
    service_date: LocalDate | null
  }
  extension_requested: {
    id: string
    due: Due
    reason_code: ExtensionReason
    asked_by: readonly string[]
  }
  /** `pauses`: the clock stands until it is decided. */
  dispute_raised: {
    id: string
    pauses: boolean
    evidence: readonly string[]
    asked_by: readonly string[]
  }
  transfer_requested: EventData['dispute_raised'] & { unit_id: string }
  /** What the proposed unit says to a transfer. */
  view_given: { id: string; agrees: boolean; by: string }
  /** Taken back by the unit, or overtaken by its answer. `moved`: what the end of its pause does to the due. */
  request_withdrawn: {
    id: string
    kind: RequestKind
    why: 'asked' | 'answered'
    moved: MovedDue | null
  }
  decision_proposed: { id: string; kind: RequestKind; verdict: Verdict; by: string }
  /** `working_days_late` is the waiting answer's, where the extension was granted after it. */
  request_decided: {
    id: string
    kind: RequestKind
    verdict: Verdict
    by: string
    moved: MovedDue | null
    working_days_late: number | null
    /** The answer that waits, whose lateness it is. */
    round: number | null
  }
  retest_recorded: { result: RetestResult; observed_at: Instant; round: number | null }
  report_registered: { on: LocalDate; report_number: string | null; evidence: readonly string[] }
  report_exempted: object
  contact_recorded: { at: Instant }
  instruction_recorded: { on: LocalDate }
  /** `unit_id` is a unit's that helps or works on it, where somebody of that writes; left out for all others. */
  commented: { audience: Audience; unit_id?: string }
  /** By number, the events whose words are erased, and whose data stood in them; never what they said. */
  words_erased: { events: readonly number[]; about: ErasedAbout }
  reminded: { working_days_left: number; due: Due }
  /** Whoever works on it for the unit is reminded of the unit's own, earlier due. */
  delegate_reminded: { working_days_left: number; unit_id: string | null; inner_due: LocalDate }
  /** `due_date` is the earlier day that supporting units have. */
  support_reminded: { unit_id: string; working_days_left: number; due_date: LocalDate }
  fell_due: { due: Due }
  climbed: { rung: number; due: Due }
  /** Nothing was reported for a step of the fix plan by its day. */
  progress_missed: { step: number; on: LocalDate }
  /** `from`: the beginning of its day, since when a re-test answers it. */
  lookback_opened: { number: number; on: LocalDate; from: Instant }
  /** Step 1 is the handler's, 2 the leader's; `number` is the request's that waits. */
  office_nagged: { step: number; waiting: OfficeLimit; number?: number }
}

/** Free text and names of an event, by field: hashed as salted digests so that they can be erased. */
export type Texts = Readonly<Record<string, string>>

export interface EventActor {
  person_id: string | null
  role: Role
  signed_paper_id: string | null
  /** The portal through which they acted; left out, also of the event's text, where they came themselves. */
  service_account_id?: string | undefined
}

/** An event as the machine makes it; its number, link and recording time are given when it is stored. */
export interface EventOf<T extends EventType> {
  type: T
  data: EventData[T]
  texts: Texts | null
  /** When it counts: a milestone's own instant, a paper's day, else the recording time. */
  effective_at: Instant
  actor: EventActor
}

export type NewEvent = { [T in EventType]: EventOf<T> }[EventType]
