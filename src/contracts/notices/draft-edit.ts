import { z } from 'zod'
import { PROBLEM_CHARACTERS, SUPPORTING_UNITS } from '../../domain/finding-line.js'
import { MOST_LINES } from '../../domain/notice/expansion.js'
import * as enums from '../enums.js'
import { eachOnce, id, ids, line, localDate, localTime, text } from '../fields.js'
import { named } from '../named.js'

const MOST_PARTS = 20
const MOST_TOGETHER = 200

const number = z.number().int().min(1).max(MOST_LINES)
const numbers = (min: number) =>
  eachOnce(z.array(number).min(min).max(MOST_TOGETHER), (one) => `${one}`)

const fields = {
  asset_id: id.nullable().optional(),
  indicator_id: line(40).optional(),
  severity: enums.severity.optional(),
  severity_confirmed: z.boolean().optional(),
  urgent: z.boolean().optional(),
  category: line(100).optional(),
  problem: text(PROBLEM_CHARACTERS).optional(),
  place: line(500).nullable().optional(),
  medium: enums.medium.optional(),
  own_due: z.strictObject({ date: localDate, time: localTime.nullable() }).nullable().optional(),
  supporting_unit_ids: ids(SUPPORTING_UNITS).optional(),
}

/** Why; of a line that is handled on paper the number of the paper that says so. */
const grounds = { reason: text(1_000).optional(), paper_number: line(100).optional() }

/** What of a line is to be otherwise; fields left out stay. */
const lineFields = named('DraftLineFields', z.strictObject(fields))

/** One of the lines that a line becomes, alike but for what is given. */
const linePart = named(
  'DraftLinePart',
  z.strictObject({ unit_id: id.nullable().optional(), ...fields }),
)

/** One edit of lines of a draft, by their numbers. */
export const draftEdit = named(
  'DraftEdit',
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('change'), number, fields: lineFields, ...grounds }),
    z.strictObject({
      kind: z.literal('reassign'),
      number,
      unit_id: id,
      /** Left out, none: what the line named was the other unit's. */
      asset_id: id.nullable().optional(),
      ...grounds,
    }),
    z.strictObject({
      kind: z.literal('split'),
      number,
      /** The first keeps the number, the others come last. */
      parts: z.array(linePart).min(2).max(MOST_PARTS),
      ...grounds,
    }),
    z.strictObject({
      kind: z.literal('merge'),
      /** Lines of one unit; the lowest number stays. */
      numbers: numbers(2),
      fields: lineFields.optional(),
      ...grounds,
    }),
    z.strictObject({ kind: z.literal('withhold'), numbers: numbers(1), ...grounds }),
    z.strictObject({ kind: z.literal('dispatch'), numbers: numbers(1), ...grounds }),
    z.strictObject({
      kind: z.literal('drop'),
      numbers: numbers(1),
      reason_code: enums.withdrawReason,
      ...grounds,
    }),
  ]),
)

export const draftEditBody = named('DraftEditBody', z.strictObject({ edit: draftEdit }))
