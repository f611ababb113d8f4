import { z } from 'zod'
import * as enums from '../enums.js'
import { count, id, instant, localDate, localTime } from '../fields.js'
import { named } from '../named.js'
import { due } from './finding.js'

const day = z.strictObject({ date: localDate, why: z.string() })

/** How the current due follows from rule, words and calendar, recomputed while being read. */
export const explanation = named(
  'DueExplanation',
  z.strictObject({
    rule: enums.dueRule,
    rule_label: z.string(),
    words: z.string().nullable(),
    from: localDate,
    working_days: z.number().int().nullable(),
    calendar_days: z.number().int().nullable(),
    hours: z.number().int().nullable(),
    begins: instant.nullable(),
    skipped: z.array(day),
    adjusted: z.array(day),
    calendar_version: id,
    provisional: z.boolean(),
    date: localDate,
    time: localTime.nullable(),
    at: instant,
    recomputed_at: instant,
    agrees: z.boolean(),
  }),
)

/** What the clock will do next, if nothing happens before. */
export const comingMilestone = named(
  'ComingMilestone',
  z.strictObject({
    kind: enums.milestoneKind,
    step: z.number().int(),
    label: z.string(),
    at: instant,
    reason: z.record(z.string(), z.unknown()),
  }),
)

/** What moved the due, in order. */
export const dueChange = named(
  'DueChange',
  z.strictObject({ seq: count, type: enums.eventType, label: z.string(), at: instant, due }),
)

export const deadline = named(
  'Deadline',
  z.strictObject({
    finding_id: id,
    due: due.nullable(),
    original_due: due.nullable(),
    overdue: z.boolean(),
    working_days_left: z.number().int().nullable(),
    policy_version: id,
    explanation: explanation.nullable(),
    /** The due that the finding's record leads to. */
    recorded_due: due.nullable(),
    /** False where what is stored does not follow from its basis, or not from the record: then an alarm has been raised. */
    agrees: z.boolean(),
    changes: z.array(dueChange),
    coming: z.array(comingMilestone),
  }),
)

/** A time during which one side had the finding in hand. */
export const stretch = named(
  'TimeStretch',
  z.strictObject({
    holder: enums.holder,
    label: z.string(),
    from: instant,
    until: instant,
    running: z.boolean(),
    working_days: count,
  }),
)

/** Whose working days a finding took: each belongs to whoever held it at closing time. */
export const timeLedger = named(
  'TimeLedger',
  z.strictObject({
    finding_id: id,
    stretches: z.array(stretch),
    working_days: z.strictObject({
      unit: count,
      office: count,
      transfer: count,
      former_unit: count,
    }),
  }),
)
