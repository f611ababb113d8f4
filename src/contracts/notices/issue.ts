import { z } from 'zod'
import * as enums from '../enums.js'
import { count, id, instant, localDate } from '../fields.js'
import { due, repeats } from '../findings/finding.js'
import { named } from '../named.js'
import { fieldProblem } from '../problem.js'
import { flag } from '../query.js'

export const issueQuery = z.strictObject({ dry_run: flag.optional() })

export const issueBody = named(
  'NoticeIssue',
  z.strictObject({
    /** The leader's signature on paper, where a handler enters it. */
    signed_paper_id: id.optional(),
  }),
)

/** Something a person should look at before issuing; it does not stop them. */
export const doubt = named(
  'NoticeDoubt',
  z.strictObject({ line: count.nullable(), kind: enums.doubtKind, message: z.string() }),
)

/** What one finding gets, or would get. */
export const issuedFinding = named(
  'IssuedFinding',
  z.strictObject({ finding_id: id, number: count, due, repeats: repeats.nullable() }),
)

/** What one unit gets, or would get. */
export const issuedSlice = named(
  'IssuedSlice',
  z.strictObject({
    unit_id: id,
    unit_name: z.string(),
    reachable: z.boolean(),
    findings: z.array(issuedFinding),
  }),
)

/** What issuing does, or with `dry_run` would do: with any problem, nothing. */
export const issueReport = named(
  'IssueReport',
  z.strictObject({
    notice_id: id,
    dry_run: z.boolean(),
    issued: z.boolean(),
    served_at: instant,
    service_date: localDate,
    dispatched: count,
    not_dispatched: count,
    slices: z.array(issuedSlice),
    problems: z.array(fieldProblem),
    doubts: z.array(doubt),
  }),
)
