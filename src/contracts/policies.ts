import { z } from 'zod'
import { PROOFS } from '../domain/checking/proofs.js'
import type { Policy } from '../domain/policy.js'
import { RETEST_RULES } from '../domain/vocabulary.js'
import { proof } from './enums.js'
import { id, instant, line, text } from './fields.js'
import { named } from './named.js'
import { operation } from './operation.js'

const days = z.number().int().min(0).max(250)
const someDays = z.number().int().min(1).max(250)
const calendarDays = z.number().int().min(1).max(1_000)
const times = z.number().int().min(0).max(20)
const out = { error: 'OUT_OF_RANGE' }

/** Each number above the one before. */
const climbs = (numbers: readonly number[]) =>
  numbers.every((one, index) => index === 0 || one > (numbers[index - 1] ?? one))

const distinct = (all: readonly string[]) => new Set(all).size === all.length

/** Everything an office decides for itself; days are working days where nothing else is said. */
export const policyValues = named(
  'Policy',
  z.strictObject({
    /** Days before the due, as negative numbers in the order of time; 0 is the due day. */
    reminder_offsets: z.array(z.number().int().min(-60).max(0)).max(10).refine(climbs, out),
    return_window: z.strictObject({ substantive: someDays, formal: someDays }),
    /** Days after the due on which rungs 1 to 5 are climbed, each later than the one before. */
    rung_offsets: z.tuple([someDays, someDays, someDays, someDays, someDays]).refine(climbs, out),
    review_days: days,
    close_days: days,
    decide_days: days,
    extensions: z.strictObject({
      requests: times,
      calendar_days: z.number().int().min(0).max(365),
    }),
    disputes: z.strictObject({ requests: times, days }),
    leader_after_days: someDays,
    deem_receipt_days: someDays,
    urgent: z.strictObject({
      takedown_hours: z.number().int().min(1).max(72),
      report_days: someDays,
    }),
    default_window_days: someDays,
    public_report_days: someDays,
    severity_windows: z
      .strictObject({
        veto: someDays,
        major: someDays,
        deduction: someDays,
        management: someDays,
      })
      .partial(),
    /** Calendar days after closing, and after one cycle of what has to be updated; null asks for the former of all. */
    lookback: z.strictObject({
      days: z.array(calendarDays).max(10).refine(climbs, out),
      after_cycle: z.number().int().min(0).max(1_000).nullable(),
    }),
    /** By the ids of indicators, and for all others: whether an answer asks for a re-test, and whether that proposes. */
    retest: z.strictObject({
      others: z.enum(RETEST_RULES),
      indicators: z.record(line(40), z.enum(RETEST_RULES)),
    }),
    /** What proves that a problem of an indicator is fixed, by its id; of those that are not named the catalogue says it. */
    recipes: z.record(line(40), z.array(proof).max(PROOFS.length).refine(distinct, out)),
    repeat_months: z.number().int().min(1).max(120),
    repeat_windows: z.strictObject({ problem: someDays.nullable(), kind: someDays.nullable() }),
    stamped_report: z.enum(['before_closing', 'with_answer', 'never']),
    respond_needs_signatory: z.boolean(),
    /** Of everything a unit reads from then on, whatever was decided before. */
    reviewers_masked: z.boolean(),
    spread_minutes: z.number().int().min(0).max(85),
    gather_minutes: z.number().int().min(0).max(60),
    third_return: z.number().int().min(1).max(20),
  }) satisfies z.ZodType<unknown, Policy>,
)

/** One version of an office's policy; findings keep the one under which they were issued. */
export const policyVersion = named(
  'PolicyVersion',
  z.strictObject({
    id,
    current: z.boolean(),
    policy: policyValues,
    created_at: instant,
    /** Who decided on it, and why; null for the one the office began with. */
    created_by: id.nullable(),
    reason: z.string().nullable(),
  }),
)

const tag = '政策'

export const policyOperations = {
  listPolicies: operation({
    id: 'listPolicies',
    method: 'GET',
    path: '/v1/policies',
    tag,
    summary: '政策的各个版本，最新的在前',
    policy: ['office.handler', 'office.reviewer', 'office.leader', 'auditor', 'admin'],
    status: 200,
    response: named('PolicyList', z.strictObject({ items: z.array(policyVersion) })),
    etag: true,
  }),
  changePolicy: operation({
    id: 'changePolicy',
    method: 'POST',
    path: '/v1/policies',
    tag,
    summary: '制定新版本的政策：只适用于此后印发的通报',
    policy: ['admin'],
    step_up: true,
    body: named('PolicyChange', z.strictObject({ policy: policyValues.partial(), reason: text() })),
    status: 201,
    response: policyVersion,
    errors: ['NOTHING_TO_CHANGE', 'LOCKED'],
    idempotent: true,
    if_match: true,
    etag: true,
  }),
} as const
