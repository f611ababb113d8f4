import { z } from 'zod'
import type { CommandFields } from '../../domain/commands.js'
import { SUPPORTING_UNITS } from '../../domain/finding-line.js'
import type { FindingCommandName } from '../../domain/vocabulary.js'
import * as enums from '../enums.js'
import { id, ids, instant, line, localDate, localTime, sha256, text } from '../fields.js'
import { named } from '../named.js'

/**
 * The body of every command. What is missing is said by the machine, which knows the finding; here only the form is
 * judged. A `signed_paper_id` makes the caller the one who enters what another has signed; `paper_number` stands for
 * the texts of an offline finding.
 */
export const envelope = {
  signed_paper_id: id.optional(),
  paper_number: line(100).optional(),
}

export const evidence = z.array(sha256).max(100).optional()
const points = z.number().int().min(0).max(10_000).optional()
const indicator = line(40)

const fixPlan = {
  fixed_by: localDate.optional(),
  steps: z
    .array(z.strictObject({ on: localDate, text: text().optional() }))
    .max(50)
    .optional(),
}

/** The fields of a written answer. */
export const answerFields = {
  result: enums.result.optional(),
  cause: text().optional(),
  measures: text().optional(),
  completed_on: localDate.optional(),
  fix_plan: z.strictObject(fixPlan).optional(),
  asked: z
    .strictObject({ on: localDate.optional(), whom: line(200).optional(), evidence })
    .optional(),
  evidence,
  taken_down_at: instant.optional(),
  report: z.strictObject({ on: localDate, report_number: line(100).optional() }).optional(),
}

const command = <N extends string, S extends z.ZodRawShape>(name: N, fields: S) =>
  named(name, z.strictObject({ ...envelope, ...fields }))

export const commandBodies = {
  acknowledge: command('Acknowledge', {}),
  delegate: command('Delegate', {
    unit_id: id.optional(),
    person_id: id.optional(),
    inner_due: localDate.optional(),
    note: text().optional(),
  }),
  name_supporting: command('NameSupporting', { unit_ids: ids(SUPPORTING_UNITS).optional() }),
  contribute: command('Contribute', {
    unit_id: id.optional(),
    text: text().optional(),
    evidence,
    done: z.boolean().optional(),
  }),
  report_takedown: command('ReportTakedown', { taken_down_at: instant.optional(), evidence }),
  report_progress: command('ReportProgress', {
    note: text().optional(),
    done: points,
    total: points,
  }),
  respond: command('Respond', answerFields),
  register_response: command('RegisterResponse', {
    ...answerFields,
    received_on: localDate.optional(),
  }),
  recall: command('Recall', { reason: text().optional() }),
  begin_review: command('BeginReview', {}),
  accept: command('Accept', { conclusion: text().optional(), retest_reason: text().optional() }),
  accept_plan: command('AcceptPlan', { ...fixPlan, conclusion: text().optional() }),
  return: command('Return', {
    kind: enums.returnKind.optional(),
    reasons: z.array(enums.returnReason).max(20).optional(),
    points: z
      .array(z.strictObject({ claim: text(), comment: text() }))
      .max(100)
      .optional(),
  }),
  close: command('Close', { conclusion: text().optional() }),
  close_unreported: command('CloseUnreported', { conclusion: text().optional() }),
  reopen: command('Reopen', { reason: text().optional(), evidence }),
  withdraw: command('Withdraw', {
    reason_code: enums.withdrawReason.optional(),
    grounds: text().optional(),
  }),
  correct: command('Correct', {
    fields: z
      .strictObject({
        category: line(100).optional(),
        problem: text().optional(),
        place: line(500).optional(),
        asset_id: id.nullable().optional(),
        severity: enums.severity.optional(),
        indicator_id: indicator.optional(),
        handling: enums.handling.optional(),
      })
      .optional(),
    reason: text().optional(),
  }),
  reassign: command('Reassign', { unit_id: id.optional(), reason: text().optional() }),
  reschedule: command('Reschedule', {
    due_date: localDate.optional(),
    time: localTime.optional(),
    reason: text().optional(),
  }),
  request_extension: command('RequestExtension', {
    new_date: localDate.optional(),
    reason_code: enums.extensionReason.optional(),
    progress: text().optional(),
  }),
  dispute: command('Dispute', { grounds: text().optional(), evidence }),
  request_transfer: command('RequestTransfer', {
    unit_id: id.optional(),
    grounds: text().optional(),
    evidence,
  }),
  record_retest: command('RecordRetest', {
    result: enums.retestResult.optional(),
    observed_at: instant.optional(),
    seen: text().optional(),
  }),
  register_report: command('RegisterReport', {
    on: localDate.optional(),
    report_number: line(100).optional(),
    evidence,
  }),
  exempt_report: command('ExemptReport', { reason: text().optional() }),
  record_contact: command('RecordContact', {
    whom: line(200).optional(),
    at: instant.optional(),
    words: text().optional(),
  }),
  record_instruction: command('RecordInstruction', {
    leader: line(200).optional(),
    on: localDate.optional(),
    text: text().optional(),
  }),
  comment: command('Comment', { text: text().optional(), audience: enums.audience.optional() }),
  erase_words: command('EraseWords', {
    events: z.array(z.number().int().min(1).max(1_000_000)).max(1_000).optional(),
    about: enums.erasedAbout.optional(),
    reason: text().optional(),
    basis: line(200).optional(),
  }),
} satisfies { [N in FindingCommandName]: z.ZodType<Omit<CommandFields[N], 'request_id'>> }
