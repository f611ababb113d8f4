import type { Due } from './due-date.js'
import type { Instant, LocalDate } from './instant.js'
import type { FromReceipt } from './notice-deadline.js'
import type { OpenDispute, OpenExtension, OpenTransfer } from './open-request.js'
import type {
  Fixed,
  Handling,
  Reported,
  Result,
  RetestResult,
  Severity,
  State,
  UnitsTurn,
} from './vocabulary.js'

export type { Due, DueBasis, DueRule } from './due-date.js'
export { DUE_RULES } from './due-date.js'

/** A unit that helps the one which answers (协办): reads along, contributes, and is reminded of a due of its own. */
export interface Support {
  unit_id: string
  /** When it was last asked: with the notice, later, or anew by whoever the finding came to. */
  asked_at: Instant
  /** The office no longer wants its help. */
  ended: boolean
  /** When it had given all it had to give; null while it has not. */
  done_at: Instant | null
}

/** The unit's sealed answer that is being judged. */
export interface CurrentRound {
  number: number
  result: Result
  /** Persons who count as submitters for separation of duties: who sent it and whose signature it carries. */
  submitted_by: readonly string[]
  /** The unit's own reporter may recall; null when the office entered it from paper. */
  recallable_by: string | null
  effective_at: Instant
  /** The due the answer claimed to meet; lateness runs on from here after a substantive return. */
  claimed_due: Due
  working_days_late: number
  review_begun: boolean
  accepted_by: readonly string[]
  /** Where a recall leads back to. */
  before: Pick<
    Finding,
    'plan' | 'due' | 'rung' | 'rung_base' | 'highest_rung' | 'fell_due_plan' | 'turn_since'
  > & {
    state: UnitsTurn
  }
}

export interface NewestRetest {
  result: RetestResult
  observed_at: Instant
  /** The round it judged, or null when it was taken outside one. */
  round: number | null
}

/**
 * Earlier findings of its unit that a new one repeats, by id, the newest first and 20 at most of each sort: the same problem
 * (asset and indicator), and others of the same kind (indicator). None is both.
 */
export interface Repeats {
  problem: readonly string[]
  kind: readonly string[]
}

/** The current row of a finding without its texts: exactly what folding its events gives. */
export interface Finding {
  id: string
  office_id: string
  notice_id: string
  number: number
  state: State
  seq: number
  /** The ETag: rises only when state, round, due, unit, a request or a corrected field changes. */
  revision: number
  unit_id: string | null
  asset_id: string | null
  /** A catalogue id, or `none` when the office decided that no indicator fits. */
  indicator_id: string | null
  severity: Severity
  handling: Handling
  urgent: boolean
  /** What of its unit's earlier findings it repeats, as it was when its notice was issued; null for a unit it came to later. */
  repeats: Repeats | null
  /** Whether the public reported it (我为政府网站找错): then its window is that of such reports. */
  public_report: boolean
  policy_version: string
  /** The leader whose decision the notice was; decides on requests only what another proposes. */
  issued_by: string | null
  tenure: number
  /** Raised by a reopening; counters below belong to the cycle. */
  cycle: number
  /** The plan with which this cycle began, and when: by service, or by the reopening. */
  cycle_plan: number
  cycle_since: Instant | null
  /** The plan whose milestones run, and the highest number used so far. */
  plan: number
  last_plan: number
  /** When the clock of receipt started: working-hours service as an instant and a day. */
  served_at: Instant | null
  service_date: LocalDate | null
  received_at: Instant | null
  receipt_deemed: boolean
  /** The day on which receipt is deemed passed without proof of delivery, and nothing was received since. */
  receipt_unproven: boolean
  /** What this notice allows from receipt, when it counts from receipt; a number is working days. */
  due_from_receipt: FromReceipt | null
  original_due: Due | null
  due: Due | null
  /** The due from which lateness runs on after a substantive return; null when `due` itself counts. */
  late_from: Due | null
  taken_down_at: Instant | null
  /** The first telephone or written contact since service: proof of delivery. */
  contact_at: Instant | null
  delegated_to: {
    unit_id: string | null
    person_id: string | null
    inner_due: LocalDate | null
    /** When the unit below said that it has nothing more to give; left out until then. */
    done_at?: Instant
  } | null
  /** Every unit that was ever asked to help, in that order; null without one. */
  supports: readonly Support[] | null
  progress: { done: number; total: number } | null
  /** When progress was last reported since the fix plan was accepted. */
  progress_at: Instant | null
  /** The days of the accepted fix plan's steps, in order; null without one. */
  fix_steps: readonly LocalDate[] | null
  fixed: Fixed
  retest: NewestRetest | null
  reported: Reported
  /** Highest rung reached on the ladder that runs, and ever in this cycle. */
  rung: number
  /** The rung the running plan started from; rung k comes offset(k) − offset(rung_base) after its due. */
  rung_base: number
  highest_rung: number
  /** The plan whose due was recorded as fallen; null when none. */
  fell_due_plan: number | null
  rounds: number
  round: CurrentRound | null
  returns: number
  formal_returns: number
  /** How often something was asked. */
  requests: number
  extension: OpenExtension | null
  dispute: OpenDispute | null
  transfer: OpenTransfer | null
  /** Extensions decided and calendar days granted, disputes raised and transfers asked for, of this tenure and cycle. */
  extensions: number
  extension_days: number
  disputes: number
  transfers: number
  /** When the turn that runs began: by service, answer or decision; a recall gives back the turn before. */
  turn_since: Instant | null
  closed_at: Instant | null
  unreported: boolean
  /** Its notice was revoked after it was closed. */
  revoked: boolean
  /** The days on which it is looked at again after this closing, in order; null where none. */
  lookbacks: readonly LocalDate[] | null
  /** The newest of them that was opened and waits for its re-test, of what is seen `from` its day on; `number` counts from 1. */
  lookback: { number: number; opened_at: Instant; from: Instant } | null
  /** Whether the newest re-test since the closing that says anything shows the problem. */
  seen_again: boolean
  /** The finding with which what was seen again was taken up; null where it was not, and once it is reopened. */
  followed_by: string | null
}

/** A finding nothing has happened to yet; the fold starts here. */
export function blankFinding(
  ids: Pick<Finding, 'id' | 'office_id' | 'notice_id' | 'number' | 'policy_version'>,
): Finding {
  return {
    ...ids,
    state: 'draft',
    seq: 0,
    revision: 0,
    unit_id: null,
    asset_id: null,
    indicator_id: null,
    severity: 'deduction',
    handling: 'normal',
    urgent: false,
    repeats: null,
    public_report: false,
    issued_by: null,
    tenure: 0,
    cycle: 1,
    cycle_plan: 1,
    cycle_since: null,
    plan: 0,
    last_plan: 0,
    served_at: null,
    service_date: null,
    received_at: null,
    receipt_deemed: false,
    receipt_unproven: false,
    due_from_receipt: null,
    original_due: null,
    due: null,
    late_from: null,
    taken_down_at: null,
    contact_at: null,
    delegated_to: null,
    supports: null,
    progress: null,
    progress_at: null,
    fix_steps: null,
    fixed: 'unknown',
    retest: null,
    reported: 'no',
    rung: 0,
    rung_base: 0,
    highest_rung: 0,
    fell_due_plan: null,
    rounds: 0,
    round: null,
    returns: 0,
    formal_returns: 0,
    requests: 0,
    extension: null,
    dispute: null,
    transfer: null,
    extensions: 0,
    extension_days: 0,
    disputes: 0,
    transfers: 0,
    turn_since: null,
    closed_at: null,
    unreported: false,
    revoked: false,
    lookbacks: null,
    lookback: null,
    seen_again: false,
    followed_by: null,
  }
}
