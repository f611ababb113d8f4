import { z } from 'zod'
import { RETENTION, type RetentionClass } from '../domain/retention.js'
import * as enums from './enums.js'
import { count, id, instant, says, text } from './fields.js'
import { named } from './named.js'
import { operation } from './operation.js'

/** Days within what may be set for a class. */
const daysOf = (one: RetentionClass) =>
  z.number().int().min(RETENTION[one].floor_days, says('BELOW_FLOOR')).max(RETENTION[one].most_days)

/** Days by class; null keeps without end. */
const days = z.strictObject({
  security_events: daysOf('security_events').nullable(),
  mail_words: daysOf('mail_words').nullable(),
  answers: daysOf('answers'),
  import_lines: daysOf('import_lines').nullable(),
  infected_files: daysOf('infected_files').nullable(),
})

/** What was decided, by whom and why. */
export const retentionDecision = named(
  'RetentionDecision',
  z.strictObject({ id, days, created_at: instant, created_by: id, reason: z.string() }),
)

/** A class of what is kept for a time: how long, no less than what and why, and what goes next. */
export const retainedClass = named(
  'RetainedClass',
  z.strictObject({
    class: enums.retentionClass,
    /** Null keeps without end. */
    days: z.number().int().nullable(),
    floor_days: z.number().int(),
    most_days: z.number().int(),
    why: z.string(),
    /** The law the floor is from; null where it is the system's own. */
    source: z.string().nullable(),
    /** The next sweep: not before `at`, of what is from before `before`; `more` where there are more than counted. */
    next: z
      .strictObject({ at: instant, before: instant, records: count, more: z.boolean() })
      .nullable(),
  }),
)

const tag = '保存期限'

export const retentionOperations = {
  getRetention: operation({
    id: 'getRetention',
    method: 'GET',
    path: '/v1/retention',
    tag,
    summary: '各类数据的保存期限、最短期限及其依据、下一次清理将清理多少；办理记录从不清理',
    policy: ['office.leader', 'auditor', 'security'],
    status: 200,
    response: named(
      'Retention',
      z.strictObject({
        /** Null where nobody has decided and everything is as usual. */
        decided: retentionDecision.nullable(),
        classes: z.array(retainedClass),
        /** What is never swept. */
        never: z.array(enums.retained),
      }),
    ),
    etag: true,
  }),
  changeRetention: operation({
    id: 'changeRetention',
    method: 'POST',
    path: '/v1/retention',
    tag,
    summary: '更改保存期限：满一天后才开始按新期限清理，期间可以改回',
    policy: ['security'],
    step_up: true,
    body: named('RetentionChange', z.strictObject({ days: days.partial(), reason: text() })),
    status: 201,
    response: retentionDecision,
    errors: ['NOTHING_TO_CHANGE', 'LOCKED'],
    idempotent: true,
    if_match: true,
    etag: true,
  }),
} as const
