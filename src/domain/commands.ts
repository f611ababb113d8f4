import type { Due, Repeats } from './finding.js'
import type { Instant, LocalDate, LocalTime } from './instant.js'
import type { FromReceipt } from './notice-deadline.js'
import type {
  Audience,
  CommandName,
  ErasedAbout,
  ExtensionReason,
  Handling,
  Result,
  RetestResult,
  ReturnKind,
  ReturnReason,
  Severity,
  Verdict,
  WithdrawReason,
} from './vocabulary.js'

/** One point of a return: which claim of the answer it concerns and what is wrong with it. */
export interface ReturnPoint {
  claim: string
  comment: string
}

/** 整改方案: the day by which all is fixed, and dated steps before it. */
export interface FixPlan {
  fixed_by?: LocalDate | undefined
  steps?: readonly FixStep[] | undefined
}

export interface FixStep {
  on: LocalDate
  text?: string | undefined
}

/** That a unit asked whoever has to act (客观原因挂账). */
export interface Asked {
  on?: LocalDate | undefined
  whom?: string | undefined
  evidence?: readonly string[] | undefined
}

/** What a written answer holds, by the unit itself or entered from its paper. */
export interface Answer {
  result?: Result | undefined
  cause?: string | undefined
  measures?: string | undefined
  completed_on?: LocalDate | undefined
  /** What is to be done by when, where something is left to do. */
  fix_plan?: FixPlan | undefined
  /** What lies beyond the unit: whom it asked, when, and which of the files named below prove it. */
  asked?: Asked | undefined
  /** SHA-256 of files already stored for this unit. */
  evidence?: readonly string[] | undefined
  /** Urgent findings: when the content was taken down, if not reported before. */
  taken_down_at?: Instant | undefined
  /** The stamped report, where it comes with the answer. */
  report?:
    | {
        on: LocalDate
        report_number?: string | undefined
        evidence?: readonly string[] | undefined
      }
    | undefined
}

/** What is to be, or is, decided on a request. */
export interface Judgement {
  request_id: string
  verdict?: Verdict | undefined
  reason?: string | undefined
}

/** The line of a notice as it becomes a finding. */
export interface Line {
  unit_id: string
  asset_id: string | null
  indicator_id: string
  severity: Severity
  handling: Handling
  urgent: boolean
}

export interface CorrectedFields {
  category?: string | undefined
  problem?: string | undefined
  place?: string | undefined
  asset_id?: string | null | undefined
  severity?: Severity | undefined
  indicator_id?: string | undefined
  handling?: Handling | undefined
}

/**
 * The fields of every command. Fields are optional where the machine itself says what is missing;
 * an offline finding takes `paper_number` in place of its texts.
 */
export interface CommandFields {
  issue: {
    line: Line
    served_at: Instant
    service_date: LocalDate
    due: Due
    due_from_receipt: FromReceipt | null
    /** The office's policy at issue; the finding keeps it. */
    policy_version: string
    repeats?: Repeats | undefined
    public_report?: true
    severity_confirmed: boolean
    /** The units that are to help its own; none where left out. */
    supporting?: readonly string[] | undefined
  }
  acknowledge: object
  delegate: {
    unit_id?: string | undefined
    person_id?: string | undefined
    inner_due?: LocalDate | undefined
    note?: string | undefined
  }
  /** All that are to help from now on. */
  name_supporting: { unit_ids?: readonly string[] | undefined }
  contribute: {
    /** For which unit, where somebody is of several that help. */
    unit_id?: string | undefined
    text?: string | undefined
    /** SHA-256 of files already stored for the contributing unit. */
    evidence?: readonly string[] | undefined
    done?: boolean | undefined
  }
  report_takedown: { taken_down_at?: Instant | undefined; evidence?: readonly string[] | undefined }
  report_progress: {
    note?: string | undefined
    done?: number | undefined
    total?: number | undefined
  }
  respond: Answer
  register_response: Answer & {
    received_on?: LocalDate | undefined
    /** An incomplete one too, which is returned at once. */
    as_it_is?: boolean | undefined
  }
  recall: { reason?: string | undefined }
  begin_review: object
  accept: { conclusion?: string | undefined; retest_reason?: string | undefined }
  /** As the office approves it, be it the unit's own proposal or another. */
  accept_plan: FixPlan & { conclusion?: string | undefined }
  return: {
    kind?: ReturnKind | undefined
    reasons?: readonly ReturnReason[] | undefined
    points?: readonly ReturnPoint[] | undefined
  }
  close: { conclusion?: string | undefined }
  close_unreported: { conclusion?: string | undefined }
  reopen: { reason?: string | undefined; evidence?: readonly string[] | undefined }
  withdraw: { reason_code?: WithdrawReason | undefined; grounds?: string | undefined }
  /** The finding with which it is taken up. */
  follow: { finding_id: string }
  revoke: { grounds?: string | undefined }
  correct: { fields?: CorrectedFields | undefined; reason?: string | undefined }
  reassign: { unit_id?: string | undefined; reason?: string | undefined }
  recalculate: { reason?: string | undefined }
  /** `time` of day where the day does not count whole. */
  reschedule: {
    due_date?: LocalDate | undefined
    time?: LocalTime | undefined
    reason?: string | undefined
  }
  /** `request_id` names the new request, `new_date` a whole day. */
  request_extension: {
    request_id: string
    new_date?: LocalDate | undefined
    reason_code?: ExtensionReason | undefined
    progress?: string | undefined
  }
  dispute: {
    request_id: string
    grounds?: string | undefined
    evidence?: readonly string[] | undefined
  }
  request_transfer: {
    request_id: string
    unit_id?: string | undefined
    grounds?: string | undefined
    evidence?: readonly string[] | undefined
  }
  /** Whether the proposed unit would take the finding. */
  give_view: {
    request_id: string
    agrees?: boolean | undefined
    reason?: string | undefined
  }
  withdraw_request: { request_id: string; reason?: string | undefined }
  propose_decision: Judgement
  decide_request: Judgement
  record_retest: {
    result?: RetestResult | undefined
    observed_at?: Instant | undefined
    seen?: string | undefined
  }
  register_report: {
    on?: LocalDate | undefined
    report_number?: string | undefined
    evidence?: readonly string[] | undefined
  }
  exempt_report: { reason?: string | undefined }
  record_contact: {
    whom?: string | undefined
    at?: Instant | undefined
    words?: string | undefined
  }
  record_instruction: {
    leader?: string | undefined
    on?: LocalDate | undefined
    text?: string | undefined
  }
  comment: { text?: string | undefined; audience?: Audience | undefined }
  /** `about`: whose data stands in the words of these events, by number; `basis` names the paper it rests on. */
  erase_words: {
    events?: readonly number[] | undefined
    about?: ErasedAbout | undefined
    reason?: string | undefined
    basis?: string | undefined
  }
  catch_up: object
}

/** A command with its name; `paper_number` files an offline finding's texts away from the system. */
export type CommandOf<N extends CommandName> = {
  name: N
  paper_number?: string | undefined
} & CommandFields[N]
export type Command = { [N in CommandName]: CommandOf<N> }[CommandName]
