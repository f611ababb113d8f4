import { z } from 'zod'
import { DEADLINE_KINDS, FINDING_SCOPES, NEEDS } from '../../domain/reading/reading.js'
import { LONGEST_TEXT } from '../../domain/reading/unread.js'
import * as enums from '../enums.js'
import { count, localDate, localTime } from '../fields.js'
import { named } from '../named.js'

/** Taken as it is, line ends and all: places in it are counted in its own characters. */
export const noticeText = named(
  'NoticeText',
  z.strictObject({ text: z.string().min(1).max(LONGEST_TEXT) }),
)

/** A place in the text of `source`, in code points; the end is the first one behind it. */
const place = { start: count, end: count }

/** Words a person has to look at, and why. */
export const unresolved = z.array(z.strictObject({ text: z.string(), why: z.string(), ...place }))

/** What does not add up in a notice and its lines. */
export const crossChecks = z.array(
  z.strictObject({
    kind: enums.crossCheck,
    /** The lines it is about, by their `n`; none where it is about the whole. */
    lines: z.array(count),
    stated: z.number().nullable(),
    counted: z.number().nullable(),
    words: z.strictObject({ text: z.string(), ...place }).nullable(),
  }),
)

/** What a notice's text becomes: a draft for a person to decide on. Nothing is kept of it, nothing is sent. */
export const noticeReading = named(
  'NoticeReading',
  z.strictObject({
    title: z.string().nullable(),
    number: z.string().nullable(),
    issuer: z.string().nullable(),
    issued_on: localDate.nullable(),
    period: z.string().nullable(),
    basis: z.array(z.string()),
    deadlines: z.array(
      z.strictObject({
        kind: z.enum(DEADLINE_KINDS),
        date: localDate.nullable(),
        time: localTime.nullable(),
        working_days: count.nullable(),
        calendar_days: count.nullable(),
        hours: count.nullable(),
        text: z.string(),
        inclusive: z.boolean(),
        year_inferred: z.boolean(),
        scope: z.enum(['all', 'unit']),
      }),
    ),
    self_inspection_required: z.boolean(),
    findings: z.array(
      z.strictObject({
        n: count,
        unit: z.string().nullable(),
        units: z.array(z.string()),
        medium: enums.medium,
        asset: z.string().nullable(),
        platform: z.string().nullable(),
        category: z.string().nullable(),
        problem: z.string(),
        indicator: z.string().nullable(),
        severity: enums.severity.nullable(),
        deadline: localDate.nullable(),
        scope: z.enum(FINDING_SCOPES),
        sentence: z.string(),
        ...place,
        confidence: z.number().min(0).max(1),
        needs: z.array(z.enum(NEEDS)),
      }),
    ),
    statistics: z.array(
      z.strictObject({ key: z.string(), value: z.number(), unit: z.string(), text: z.string() }),
    ),
    requirements: z.array(
      z.strictObject({
        no: z.string(),
        title: z.string(),
        responsible: z.string().nullable(),
        deadline: localDate.nullable(),
      }),
    ),
    unresolved,
    /** What does not add up; a person looks at it, nothing is changed by it. */
    checks: crossChecks,
    /** What was read: the text as given, or that of the file, of one marked as secret its mark alone. */
    source: z.strictObject({
      kind: z.enum(['text', 'docx', 'xlsx', 'csv', 'pdf']),
      text: z.string(),
      /** What is in the file and was not read. */
      notes: z.array(z.string()),
    }),
  }),
)
