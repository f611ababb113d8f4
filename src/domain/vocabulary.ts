/** The closed lists every layer shares. One word per thing; Chinese labels live in `labels.ts`. */

export const STATES = [
  'draft',
  'notified',
  'rectifying',
  'responded',
  'verified',
  'returned',
  'ongoing',
  'closed',
  'withdrawn',
] as const
export type State = (typeof STATES)[number]

/** States in which the unit has to act; `ongoing` is reached only through an approved fix plan. */
export const UNITS_TURN = ['notified', 'rectifying', 'returned', 'ongoing'] as const
export type UnitsTurn = (typeof UNITS_TURN)[number]

export const OPEN_STATES = [
  'notified',
  'rectifying',
  'responded',
  'verified',
  'returned',
  'ongoing',
] as const

export const ROLES = [
  'unit.reporter',
  'unit.signatory',
  'office.handler',
  'office.reviewer',
  'office.leader',
  'inspector',
  'auditor',
  'security',
  'admin',
  'system',
] as const
export type Role = (typeof ROLES)[number]

/** Roles a person can hold; nobody may act as the clock. */
export const PERSON_ROLES = ROLES.filter((role) => role !== 'system')
export type PersonRole = Exclude<Role, 'system'>

/** Who enters people and gives roles, who keeps keys and logins, who audits both: nobody is two of them at once. */
export const ROLES_APART = ['admin', 'security', 'auditor'] as const satisfies readonly Role[]

export const REJECTIONS = [
  'NOT_IN_THIS_STATE',
  'ROLE_NOT_ALLOWED',
  'SAME_PERSON',
  'LEADER_REQUIRED',
  'FIELD_REQUIRED',
  'EVIDENCE_REQUIRED',
  'REPORT_REQUIRED',
  'RETEST_REASON_REQUIRED',
  'REVIEW_BEGUN',
  'TOO_LATE_TO_ASK',
  'DUE_NOT_ALLOWED',
  'LIMIT_REACHED',
  'REQUEST_PENDING',
  'NO_SUCH_REQUEST',
  'UNIT_REQUIRED',
  'UNIT_CLOSED',
  'NOTHING_TO_CHANGE',
  'FUTURE_DATE',
  'UNKNOWN_INDICATOR',
  'SEVERITY_UNCONFIRMED',
  'OFFLINE_ONLY',
  'SUPERSEDED',
  'RETEST_TAKEN',
] as const
export type RejectionCode = (typeof REJECTIONS)[number]

export const SEVERITIES = ['veto', 'major', 'deduction', 'management'] as const
export type Severity = (typeof SEVERITIES)[number]

export const HANDLINGS = ['normal', 'sensitive', 'offline'] as const
export type Handling = (typeof HANDLINGS)[number]

export const MEDIA = ['website', 'channel', 'new-media', 'mailbox', 'service', 'unknown'] as const
export type Medium = (typeof MEDIA)[number]

export const RESULTS = [
  'fixed',
  'fixed_before_notice',
  'partly_fixed',
  'column_removed',
  'account_closed',
  'planned',
  'beyond_unit',
] as const
export type Result = (typeof RESULTS)[number]

/** Results that claim the problem is gone; only these can be accepted without a fix plan. */
export const FINAL_RESULTS = [
  'fixed',
  'fixed_before_notice',
  'column_removed',
  'account_closed',
] as const

/** Results that leave something to do: of these only a fix plan can be accepted. */
export const PLAN_RESULTS = ['partly_fixed', 'planned', 'beyond_unit'] as const

export const RETURN_KINDS = ['substantive', 'formal'] as const
export type ReturnKind = (typeof RETURN_KINDS)[number]

export const RETURN_REASONS = [
  'not_fixed',
  'perfunctory',
  'false_report',
  'partly_fixed',
  'evidence_missing',
  'report_incomplete',
  'wrong_form',
] as const
export type ReturnReason = (typeof RETURN_REASONS)[number]

export const WITHDRAW_REASONS = [
  'false_alarm',
  'duplicate',
  'wrong_unit',
  'notice_revoked',
  'other',
] as const
export type WithdrawReason = (typeof WITHDRAW_REASONS)[number]

/** Why a finding was withdrawn: what an office may give as its reason, or that it upheld the unit's dispute. */
export const WITHDRAWN_REASONS = [...WITHDRAW_REASONS, 'dispute_upheld'] as const
export type WithdrawnReason = (typeof WITHDRAWN_REASONS)[number]

/** What an office does with a re-test of an indicator: none is asked for, it is shown, or it proposes a decision too. */
export const RETEST_RULES = ['none', 'shown', 'proposes'] as const
export type RetestRule = (typeof RETEST_RULES)[number]

export const RETEST_RESULTS = ['pass', 'fail', 'inconclusive'] as const
export type RetestResult = (typeof RETEST_RESULTS)[number]

/** What re-tests say about the problem; kept apart from the state. */
export const FIXED = ['unknown', 'no', 'yes'] as const
export type Fixed = (typeof FIXED)[number]

/** Whether the unit's stamped report has arrived. */
export const REPORTED = ['no', 'yes', 'exempt'] as const
export type Reported = (typeof REPORTED)[number]

/** Whose personal data is erased: whoever wrote to complain, one of the office's or a unit's own people, or somebody else. */
export const ERASED_ABOUT = ['letter_writer', 'person', 'other'] as const
export type ErasedAbout = (typeof ERASED_ABOUT)[number]

export const AUDIENCES = ['office', 'unit'] as const
export type Audience = (typeof AUDIENCES)[number]

/** In the order in which milestones of one instant are taken. */
export const MILESTONES = [
  'deem_received',
  'remind',
  'fall_due',
  'climb',
  'nag_office',
  'progress_due',
  'open_lookback',
  'remind_delegate',
  'remind_support',
] as const
export type MilestoneKind = (typeof MILESTONES)[number]

/** Who has a finding in hand, and whose time that is; a former unit's is no longer that of the unit which has the finding. */
export const HOLDERS = ['unit', 'office', 'transfer', 'former_unit'] as const
export type Holder = (typeof HOLDERS)[number]

export const OFFICE_MILESTONES = ['open_day', 'gather'] as const
export type OfficeMilestoneKind = (typeof OFFICE_MILESTONES)[number]

/**
 * How a milestone ended: taken, void (not counted), skipped (overtaken) or cancelled (no longer wanted). One that is
 * held waits for the decision on a request and may come back.
 */
export const OUTCOMES = ['taken', 'void', 'skipped', 'cancelled', 'held'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** The ladder after the due: 1 automatic reminder, 2 to 4 slips, 5 a proposal to the leader. */
export const RUNGS = [1, 2, 3, 4, 5] as const
export type Rung = (typeof RUNGS)[number]

export const SLIP_STATUSES = ['draft', 'issued', 'acknowledged', 'withdrawn', 'superseded'] as const
export type SlipStatus = (typeof SLIP_STATUSES)[number]

export const NOTICE_STATUSES = ['draft', 'issued', 'supplemented', 'revoked'] as const
export type NoticeStatus = (typeof NOTICE_STATUSES)[number]

/** Where a notice comes from: the office's own inspection, or 我为政府网站找错. */
export const NOTICE_KINDS = ['inspection', 'public_report'] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

export {
  COMMANDS,
  type CommandName,
  FINDING_COMMANDS,
  type FindingCommandName,
  PERSON_COMMANDS,
  type PersonCommandName,
  REQUEST_COMMANDS,
  type RequestCommandName,
} from './command-words.js'
export { EVENTS, type EventType } from './event-words.js'
export { MESSAGES, type MessageKind, RECIPIENTS, type Recipient } from './message-words.js'
export {
  EXTENSION_REASONS,
  type ExtensionReason,
  OFFICE_LIMITS,
  type OfficeLimit,
  REQUEST_KINDS,
  REQUEST_STATUSES,
  type RequestKind,
  type RequestStatus,
  VERDICTS,
  type Verdict,
} from './request-words.js'
