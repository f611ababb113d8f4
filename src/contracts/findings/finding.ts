import { z } from 'zod'
import { REJECTIONS } from '../../domain/vocabulary.js'
import * as enums from '../enums.js'
import { count, id, instant, localDate, localTime } from '../fields.js'
import { named } from '../named.js'

/** A due date: `at` is the first instant that is late; `date` and `time` are what people read. */
export const due = named(
  'Due',
  z.strictObject({
    at: instant,
    date: localDate,
    time: localTime.nullable(),
    provisional: z.boolean(),
    rule: enums.dueRule,
  }),
)

/** The answer that is being judged. */
export const currentRound = named(
  'CurrentRound',
  z.strictObject({
    number: count,
    result: enums.result,
    submitted_by: z.array(id),
    effective_at: instant,
    working_days_late: count,
    review_begun: z.boolean(),
  }),
)

export const retest = named(
  'Retest',
  z.strictObject({
    result: enums.retestResult,
    observed_at: instant,
    round: count.nullable(),
  }),
)

/** The same problem again (unit, asset, indicator); another of the same kind (unit, indicator). */
export const repeats = named('Repeats', z.strictObject({ problem: z.array(id), kind: z.array(id) }))

const summary = {
  id,
  notice_id: id,
  number: count,
  state: enums.state,
  revision: count,
  unit_id: id.nullable(),
  asset_id: id.nullable(),
  indicator_id: z.string().nullable(),
  severity: enums.severity,
  handling: enums.handling,
  urgent: z.boolean(),
  /** The unit's earlier findings that it repeats, the newest first and 20 at most of each sort. */
  repeats: repeats.nullable(),
  category: z.string(),
  problem: z.string(),
  medium: enums.medium,
  place: z.string().nullable(),
  handler_id: id.nullable(),
  dispatched: z.boolean(),
  due: due.nullable(),
  original_due: due.nullable(),
  overdue: z.boolean(),
  rung: count,
  highest_rung: count,
  fixed: enums.fixed,
  reported: enums.reported,
  rounds: count,
  returns: count,
  formal_returns: count,
  closed_at: instant.nullable(),
  unreported: z.boolean(),
  /** Closed, and its notice was revoked since. */
  revoked: z.boolean(),
  /** Closed, and a re-test has shown the problem since. */
  seen_again: z.boolean(),
}

/** A finding as it stands in a list. */
export const findingSummary = named('FindingSummary', z.strictObject(summary))

/** A finding as its page shows it. */
export const finding = named(
  'Finding',
  z.strictObject({
    ...summary,
    sentence: z.string().nullable(),
    tenure: count,
    cycle: count,
    served_at: instant.nullable(),
    service_date: localDate.nullable(),
    received_at: instant.nullable(),
    receipt_deemed: z.boolean(),
    taken_down_at: instant.nullable(),
    delegated_to: z
      .strictObject({
        unit_id: id.nullable(),
        person_id: id.nullable(),
        inner_due: localDate.nullable(),
        /** When the unit below said that it has nothing more to give. */
        done_at: instant.nullable(),
      })
      .nullable(),
    /** 协办单位, in the order in which they were first asked; `due_date` is the day by which one is to contribute. */
    supports: z.array(
      z.strictObject({
        unit_id: id,
        asked_at: instant,
        ended: z.boolean(),
        done_at: instant.nullable(),
        due_date: localDate.nullable(),
      }),
    ),
    progress: z.strictObject({ done: count, total: count }).nullable(),
    progress_at: instant.nullable(),
    fix_steps: z.array(localDate).nullable(),
    round: currentRound.nullable(),
    retest: retest.nullable(),
    /** What the unit has asked for and waits for; all of it stands under the requests. */
    extension: z.strictObject({ id, asked_at: instant, new_date: localDate }).nullable(),
    dispute: z.strictObject({ id, asked_at: instant, pauses: z.boolean() }).nullable(),
    transfer: z
      .strictObject({ id, asked_at: instant, pauses: z.boolean(), target_unit_id: id })
      .nullable(),
    /** When the office looks again after closing, and the look-back that waits for its re-test; null for the unit. */
    lookbacks: z.array(localDate).nullable(),
    lookback: z.strictObject({ number: count, opened_at: instant, from: instant }).nullable(),
    /** The finding with which what was seen again is taken up. */
    followed_by: id.nullable(),
    turn_since: instant.nullable(),
  }),
)

/** One command with whether the caller may send it now, and what it needs, or why not. */
export const allowedAction = named(
  'AllowedAction',
  z.strictObject({
    command: enums.personCommand,
    label: z.string(),
    allowed: z.boolean(),
    needs: z.array(z.string()),
    code: z.enum(REJECTIONS).nullable(),
    reason: z.string().nullable(),
  }),
)

export const findingAnswer = named(
  'FindingAnswer',
  z.strictObject({ finding, allowed_actions: z.array(allowedAction) }),
)
