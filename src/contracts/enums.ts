import { z } from 'zod'
import { GAP_LABELS, GAP_WEIGHT_LABELS, GAP_WEIGHTS, GAPS } from '../domain/checking/gaps.js'
import { PROOF_LABELS, PROOFS, STANDING_LABELS, STANDINGS } from '../domain/checking/proofs.js'
import { RECIPE_SOURCE_LABELS, RECIPE_SOURCES } from '../domain/checking/recipes.js'
import { CONTACT_FAULT_LABELS, CONTACT_FAULTS } from '../domain/contact-fault.js'
import * as dueLabels from '../domain/due-labels.js'
import { DUE_RULES } from '../domain/finding.js'
import {
  HIT_OUTCOME_LABELS,
  HIT_OUTCOMES,
  HIT_RESULT_LABELS,
  HIT_RESULTS,
  HIT_STATUS_LABELS,
  HIT_STATUSES,
} from '../domain/hit.js'
import { HIT_GROUPING_LABELS, HIT_GROUPINGS } from '../domain/hit-lines.js'
import * as labels from '../domain/labels.js'
import { LETTER_OUTCOME_LABELS, LETTER_RESULT_LABELS } from '../domain/letter/labels.js'
import { LETTER_OUTCOMES, LETTER_RESULTS } from '../domain/letter/words.js'
import * as messageLabels from '../domain/message-labels.js'
import { CONSULT_ANSWER_LABELS, CONSULT_ANSWERS } from '../domain/notice/consultation.js'
import { CONSULT_CHANNEL_LABELS, CONSULT_CHANNELS } from '../domain/notice/consultation-answer.js'
import { DOUBTS } from '../domain/notice/draft.js'
import * as paperLabels from '../domain/paper-labels.js'
import { PICTURE_METADATA, PICTURE_METADATA_LABELS } from '../domain/picture-metadata.js'
import { CROSS_CHECK_LABELS, CROSS_CHECKS } from '../domain/reading/reading.js'
import * as requestLabels from '../domain/request-labels.js'
import {
  RETAINED,
  RETAINED_LABELS,
  RETENTION_CLASSES,
  RETENTION_LABELS,
} from '../domain/retention.js'
import {
  RETEST_END_LABELS,
  RETEST_ENDS,
  RETEST_PROPOSAL_LABELS,
  RETEST_PROPOSALS,
  RETEST_REASON_LABELS,
  RETEST_REASONS,
  RETEST_STATUS_LABELS,
  RETEST_STATUSES,
} from '../domain/retest.js'
import { ROUND_FIELD_LABELS, ROUND_FIELDS } from '../domain/round-fields.js'
import {
  SECURITY_EVENT_LABELS,
  SECURITY_EVENTS,
  SECURITY_RESULT_LABELS,
  SECURITY_RESULTS,
} from '../domain/security-event.js'
import {
  KEY_SCOPE_LABELS,
  KEY_SCOPES,
  SERVICE_ACCOUNT_KIND_LABELS,
  SERVICE_ACCOUNT_KINDS,
} from '../domain/service-account.js'
import * as words from '../domain/vocabulary.js'
import { named } from './named.js'

/** An enumerated value with its Chinese labels, which the document shows as `x-enum-labels`. */
function labelled<const V extends readonly [string, ...string[]]>(
  name: string,
  values: V,
  chinese: Readonly<Record<V[number], string>>,
) {
  const labels = Object.fromEntries(values.map((value: V[number]) => [value, chinese[value]]))
  return named(name, z.enum(values).meta({ 'x-enum-labels': labels }))
}

/** Lists made by filtering lose their first element in the type; none of them is empty. */
function listed<V extends string>(values: readonly V[]): readonly [V, ...V[]] {
  return values as readonly [V, ...V[]]
}

export const state = labelled('State', words.STATES, labels.STATE_LABELS)
export const erasedAbout = labelled('ErasedAbout', words.ERASED_ABOUT, labels.ERASED_ABOUT_LABELS)
export const role = labelled('Role', words.ROLES, labels.ROLE_LABELS)
export const personRole = labelled(
  'PersonRole',
  listed(words.PERSON_ROLES as readonly words.PersonRole[]),
  labels.PERSON_ROLE_LABELS,
)
export const personCommand = labelled(
  'Command',
  listed(words.PERSON_COMMANDS),
  labels.COMMAND_LABELS,
)
export const holder = labelled('Holder', words.HOLDERS, labels.HOLDER_LABELS)
export const eventType = labelled('EventType', words.EVENTS, labels.EVENT_LABELS)
export const severity = labelled('Severity', words.SEVERITIES, labels.SEVERITY_LABELS)
export const handling = labelled('Handling', words.HANDLINGS, labels.HANDLING_LABELS)
export const medium = labelled('Medium', words.MEDIA, labels.MEDIUM_LABELS)
export const roundField = labelled('RoundField', ROUND_FIELDS, ROUND_FIELD_LABELS)
export const result = labelled('Result', words.RESULTS, labels.RESULT_LABELS)
export const returnKind = labelled('ReturnKind', words.RETURN_KINDS, labels.RETURN_KIND_LABELS)
export const returnReason = labelled(
  'ReturnReason',
  words.RETURN_REASONS,
  labels.RETURN_REASON_LABELS,
)
export const withdrawReason = labelled(
  'WithdrawReason',
  words.WITHDRAW_REASONS,
  labels.WITHDRAWN_REASON_LABELS,
)
export const requestKind = labelled(
  'RequestKind',
  words.REQUEST_KINDS,
  requestLabels.REQUEST_KIND_LABELS,
)
export const requestStatus = labelled(
  'RequestStatus',
  words.REQUEST_STATUSES,
  requestLabels.REQUEST_STATUS_LABELS,
)
export const verdict = labelled('Verdict', words.VERDICTS, requestLabels.VERDICT_LABELS)
export const extensionReason = labelled(
  'ExtensionReason',
  words.EXTENSION_REASONS,
  requestLabels.EXTENSION_REASON_LABELS,
)
export const retestResult = labelled(
  'RetestResult',
  words.RETEST_RESULTS,
  labels.RETEST_RESULT_LABELS,
)
export const fixed = labelled('Fixed', words.FIXED, labels.FIXED_LABELS)
export const reported = labelled('Reported', words.REPORTED, labels.REPORTED_LABELS)
export const audience = labelled('Audience', words.AUDIENCES, labels.AUDIENCE_LABELS)
export const messageKind = labelled('MessageKind', words.MESSAGES, messageLabels.MESSAGE_LABELS)
export const recipient = labelled('Recipient', words.RECIPIENTS, messageLabels.RECIPIENT_LABELS)
export const milestoneKind = labelled('MilestoneKind', words.MILESTONES, labels.MILESTONE_LABELS)
export const slipStatus = labelled(
  'SlipStatus',
  words.SLIP_STATUSES,
  paperLabels.SLIP_STATUS_LABELS,
)
export const noticeStatus = labelled(
  'NoticeStatus',
  words.NOTICE_STATUSES,
  paperLabels.NOTICE_STATUS_LABELS,
)
export const noticeKind = labelled('NoticeKind', words.NOTICE_KINDS, paperLabels.NOTICE_KIND_LABELS)
export const consultAnswer = labelled('ConsultAnswer', CONSULT_ANSWERS, CONSULT_ANSWER_LABELS)
export const consultChannel = labelled('ConsultChannel', CONSULT_CHANNELS, CONSULT_CHANNEL_LABELS)
export const letterResult = labelled('LetterResult', LETTER_RESULTS, LETTER_RESULT_LABELS)
export const letterOutcome = labelled('LetterOutcome', LETTER_OUTCOMES, LETTER_OUTCOME_LABELS)
export const contactFaultHow = labelled('ContactFaultHow', CONTACT_FAULTS, CONTACT_FAULT_LABELS)
export const hitStatus = labelled('HitStatus', HIT_STATUSES, HIT_STATUS_LABELS)
export const hitResult = labelled('HitResult', HIT_RESULTS, HIT_RESULT_LABELS)
export const hitOutcome = labelled('HitOutcome', HIT_OUTCOMES, HIT_OUTCOME_LABELS)
export const hitGrouping = labelled('HitGrouping', HIT_GROUPINGS, HIT_GROUPING_LABELS)
export const retestReason = labelled('RetestReason', RETEST_REASONS, RETEST_REASON_LABELS)
export const retestStatus = labelled('RetestStatus', RETEST_STATUSES, RETEST_STATUS_LABELS)
export const retestEnd = labelled('RetestEnd', RETEST_ENDS, RETEST_END_LABELS)
export const retestProposal = labelled('RetestProposal', RETEST_PROPOSALS, RETEST_PROPOSAL_LABELS)
export const serviceAccountKind = labelled(
  'ServiceAccountKind',
  SERVICE_ACCOUNT_KINDS,
  SERVICE_ACCOUNT_KIND_LABELS,
)
export const keyScope = labelled('KeyScope', KEY_SCOPES, KEY_SCOPE_LABELS)
export const securityEventKind = labelled(
  'SecurityEventKind',
  SECURITY_EVENTS,
  SECURITY_EVENT_LABELS,
)
export const securityResult = labelled('SecurityResult', SECURITY_RESULTS, SECURITY_RESULT_LABELS)
export const retentionClass = labelled('RetentionClass', RETENTION_CLASSES, RETENTION_LABELS)
export const retained = labelled('Retained', RETAINED, RETAINED_LABELS)
export const dueRule = labelled('DueRule', DUE_RULES, dueLabels.DUE_RULE_LABELS)
export const proof = labelled('Proof', PROOFS, PROOF_LABELS)
export const standing = labelled('Standing', STANDINGS, STANDING_LABELS)
export const recipeSource = labelled('RecipeSource', RECIPE_SOURCES, RECIPE_SOURCE_LABELS)
export const gap = labelled('Gap', GAPS, GAP_LABELS)
export const gapWeight = labelled('GapWeight', GAP_WEIGHTS, GAP_WEIGHT_LABELS)
export const pictureMetadata = labelled(
  'PictureMetadata',
  PICTURE_METADATA,
  PICTURE_METADATA_LABELS,
)
export const crossCheck = labelled('CrossCheck', CROSS_CHECKS, CROSS_CHECK_LABELS)
export const doubtKind = labelled('Doubt', DOUBTS, dueLabels.DOUBT_LABELS)
