import { z } from 'zod'
import { PROBLEM_CHARACTERS, SUPPORTING_UNITS } from '../../domain/finding-line.js'
import { MOST_LINES } from '../../domain/notice/expansion.js'
import * as enums from '../enums.js'
import { eachOnce, id, ids, line, localDate, localTime, text } from '../fields.js'
import { named } from '../named.js'

/** The deadline a notice sets, in its own words and as understood. */
export const noticeDeadline = named(
  'NoticeDeadline',
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('date'),
      date: localDate,
      time: localTime.nullable(),
      words: line(200),
      /** X日前: whether X itself still counts. */
      inclusive: z.boolean(),
      /** Where X is a day off: the next working day, or the one before. */
      day_off: z.enum(['roll_on', 'bring_forward']),
    }),
    z.strictObject({
      kind: z.literal('working_days'),
      working_days: z.number().int().min(1).max(250),
      counts_from: z.enum(['receipt', 'issue', 'service']),
      words: line(200),
    }),
    /** Only where the notice's own words name calendar days; ending on a day off they roll on. */
    z.strictObject({
      kind: z.literal('calendar_days'),
      calendar_days: z.number().int().min(1).max(366),
      counts_from: z.enum(['receipt', 'issue', 'service']),
      words: line(200),
    }),
    /** Only where the notice states hours: they run by the clock, through nights and days off. */
    z.strictObject({
      kind: z.literal('hours'),
      hours: z.number().int().min(1).max(720),
      counts_from: z.enum(['receipt', 'service']),
      words: line(200),
    }),
  ]),
)

const SOURCE_CHARACTERS = 200_000
/** A place in the source text. */
const place = z.number().int().min(0).max(SOURCE_CHARACTERS)

const lineFields = {
  unit_id: id.nullable(),
  asset_id: id.nullable().optional(),
  /** A catalogue id, or `none` where nothing fits. */
  indicator_id: line(40).nullable(),
  severity: enums.severity,
  severity_confirmed: z.boolean(),
  handling: enums.handling.optional(),
  /** Left out, the catalogue decides. */
  urgent: z.boolean().optional(),
  category: line(100),
  problem: text(PROBLEM_CHARACTERS).nullable().optional(),
  sentence: text(4_000).nullable().optional(),
  sentence_start: place.nullable().optional(),
  sentence_end: place.nullable().optional(),
  medium: enums.medium,
  place: line(500).nullable().optional(),
  own_due: z.strictObject({ date: localDate, time: localTime.nullable() }).nullable().optional(),
  /** `none`: a collective finding that is not dispatched to a unit. */
  dispatch: z.enum(['unit', 'none']).optional(),
  /** 协办单位: they read along, contribute, and are to be done two working days earlier. */
  supporting_unit_ids: ids(SUPPORTING_UNITS).optional(),
  /** A closed finding of the same unit that was seen again, and is taken up with this one instead of being reopened. */
  follows: id.nullable().optional(),
  /** The line of this draft that it takes the place of: the hits of that one become its own. */
  replaces: id.optional(),
  handler_id: id.nullable().optional(),
}

/** One line of a draft, becoming finding number 1, 2, 3 … in the order sent. */
export const draftLine = named('DraftLine', z.strictObject(lineFields))

/** Each line of a draft is replaced by one at most. */
const draftLines = eachOnce(
  z.array(draftLine).max(MOST_LINES),
  ({ replaces = null }) => replaces,
  'replaces',
)

const head = {
  /** Left out, it is an inspection; what the public reported has a window of its own. */
  kind: enums.noticeKind,
  title: line(300),
  /** Null stands for 无文号. */
  number: line(100).nullable(),
  signer_id: id.nullable(),
  issued_on: localDate.nullable(),
  period: line(100).nullable(),
  basis: z.array(line(300)).max(20),
  deadline: noticeDeadline.nullable(),
  /** The issued notice that this one adds to: an issued notice itself is never edited. */
  supplements: id.nullable(),
  source_text: text(SOURCE_CHARACTERS).nullable(),
}

export const noticeDraft = named(
  'NoticeDraft',
  z.strictObject({
    ...z.strictObject(head).partial().shape,
    title: head.title,
    /** None for a draft whose lines come later, such as from hits. */
    findings: draftLines,
  }),
)

/** Fields left out stay; `findings`, where given, takes the place of all lines. */
export const noticeChange = named(
  'NoticeChange',
  z.strictObject({ ...noticeDraft.shape, ...noticeDraft.partial().shape }).partial(),
)

const EXPANDED_UNITS = 200

/** The units to which a collective line of a draft is expanded, each once, in the order of the lines it becomes. */
export const noticeExpansion = named(
  'NoticeExpansion',
  z.strictObject({
    unit_ids: ids(EXPANDED_UNITS, 1),
  }),
)
