import { z } from 'zod'
import { id, instant, line, localDate, text } from './fields.js'
import { job } from './long-jobs.js'
import { named } from './named.js'
import { operation } from './operation.js'
import { byId } from './params.js'

const year = z.number().int().min(2_000).max(2_199)
/** What a listed day is called: 国庆节. */
export const dayName = line(100).nullable()

/** A day that is not as its weekday has it, or that has a name. */
const exceptionalDay = z.strictObject({
  date: localDate,
  kind: z.enum(['holiday', 'workday']),
  name: z.string(),
})

/** A version of the office's working days. */
const head = {
  id,
  current: z.boolean(),
  /** Where it was taken from. */
  source: z.string(),
  /** Years whose arrangement is known; of all others dates are provisional. */
  years: z.array(year),
  created_at: instant,
  /** Who made it, and why; null for the one the office began with. */
  created_by: id.nullable(),
  reason: z.string().nullable(),
  /** When, by whom and why it came into force after the first; null where it has not. */
  applied_at: instant.nullable(),
  applied_by: id.nullable(),
  applied_because: z.string().nullable(),
}
export const calendarHead = named('CalendarHead', z.strictObject(head))
export const calendarVersion = named(
  'CalendarVersion',
  z.strictObject({ ...head, days: z.array(exceptionalDay) }),
)

/** A whole year, every day once: as a list, or as a file with the columns 日期, 上班 and 名称. */
const wholeYear = z
  .strictObject({
    year,
    days: z
      .array(z.strictObject({ date: localDate, works: z.boolean(), name: dayName }))
      .max(800)
      .optional(),
    csv: z.string().min(1).max(60_000).optional(),
  })
  .refine(({ days, csv }) => (days === undefined) !== (csv === undefined), { error: 'REQUIRED' })

export const calendarChange = named(
  'CalendarChange',
  z
    .strictObject({
      source: line(300),
      reason: text(),
      /** The version it changes; the one in force where none is named. */
      based_on: id.optional(),
      year: wholeYear.optional(),
      days: z
        .array(z.strictObject({ ...exceptionalDay.shape, name: line(100) }))
        .min(1)
        .max(100)
        .optional(),
    })
    .refine(({ year, days }) => year !== undefined || days !== undefined, { error: 'REQUIRED' }),
)

const OFFICE = ['office.handler', 'office.reviewer', 'office.leader', 'auditor', 'admin'] as const
const tag = '工作日历'

export const calendarOperations = {
  listCalendars: operation({
    id: 'listCalendars',
    method: 'GET',
    path: '/v1/calendars',
    tag,
    summary: '工作日历的各个版本，最新的在前',
    policy: OFFICE,
    status: 200,
    response: named('CalendarList', z.strictObject({ items: z.array(calendarHead) })),
  }),
  getCalendar: operation({
    id: 'getCalendar',
    method: 'GET',
    path: '/v1/calendars/{id}',
    tag,
    summary: '一个版本的工作日历及其特殊日期',
    policy: OFFICE,
    params: byId,
    status: 200,
    response: calendarVersion,
  }),
  createCalendar: operation({
    id: 'createCalendar',
    method: 'POST',
    path: '/v1/calendars',
    tag,
    summary: '制定新版本的工作日历：录入一年的放假安排，或调整个别日期；尚不生效',
    policy: ['admin'],
    body: calendarChange,
    status: 201,
    response: calendarVersion,
    errors: ['NOTHING_TO_CHANGE', 'UNKNOWN_REFERENCE', 'LOCKED'],
    idempotent: true,
  }),
  applyCalendar: operation({
    id: 'applyCalendar',
    method: 'POST',
    path: '/v1/calendars/{id}/apply',
    tag,
    summary: '按预览启用工作日历：逐条重算时限和提醒',
    policy: ['office.leader'],
    step_up: true,
    params: byId,
    body: named('CalendarApplication', z.strictObject({ reason: text() })),
    status: 202,
    response: job,
    errors: ['NOTHING_TO_CHANGE', 'ALREADY_RUNNING', 'LOCKED'],
    idempotent: true,
    if_match: true,
  }),
} as const
