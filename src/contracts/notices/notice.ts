import { z } from 'zod'
import * as enums from '../enums.js'
import { count, id, instant, localDate, localTime } from '../fields.js'
import { named } from '../named.js'
import { noticeDeadline } from './draft.js'

const summary = {
  id,
  number: z.string().nullable(),
  title: z.string(),
  kind: enums.noticeKind,
  status: enums.noticeStatus,
  revision: count,
  signer_id: id.nullable(),
  issued_on: localDate.nullable(),
  issued_at: instant.nullable(),
  period: z.string().nullable(),
  created_at: instant,
  /** Until when its units may say whether what it says of them is so; null where nobody was asked. */
  consulting_until: instant.nullable(),
  /** The issued notice that this one adds to. */
  supplements: id.nullable(),
  revoked_at: instant.nullable(),
  revoked_because: z.string().nullable(),
  /** Whose decision that was. */
  revoked_by: id.nullable(),
}

export const noticeSummary = named('NoticeSummary', z.strictObject(summary))

/** A line as it stands in the notice: what was written, beside the finding it became. */
export const noticeLine = named(
  'NoticeLine',
  z.strictObject({
    finding_id: id,
    number: count,
    state: enums.state,
    unit_id: id.nullable(),
    asset_id: id.nullable(),
    indicator_id: z.string().nullable(),
    severity: enums.severity,
    severity_confirmed: z.boolean(),
    handling: enums.handling,
    urgent: z.boolean(),
    category: z.string(),
    problem: z.string(),
    sentence: z.string().nullable(),
    sentence_start: z.number().int().nullable(),
    sentence_end: z.number().int().nullable(),
    medium: enums.medium,
    place: z.string().nullable(),
    own_due: z.strictObject({ date: localDate, time: localTime.nullable() }).nullable(),
    dispatch: z.enum(['unit', 'none']),
    supporting_unit_ids: z.array(id),
    follows: id.nullable(),
    handler_id: id.nullable(),
  }),
)

/** A notice with the lines the caller may see: a unit sees its own and never the source text. */
export const notice = named(
  'Notice',
  z.strictObject({
    ...summary,
    basis: z.array(z.string()),
    deadline: noticeDeadline.nullable(),
    source_text: z.string().nullable(),
    catalogue_version: z.string().nullable(),
    findings: z.array(noticeLine),
  }),
)
