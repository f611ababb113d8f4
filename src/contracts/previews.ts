import { z } from 'zod'
import * as enums from './enums.js'
import { count, id, instant, localDate, localTime } from './fields.js'
import { named } from './named.js'
import { operation } from './operation.js'

const told = z.strictObject({
  at: instant,
  date: localDate,
  time: localTime.nullable(),
  provisional: z.boolean(),
})

/** What a new version would move of one finding: its due, and what the clock has ahead; null is what is not there. */
export const previewedFinding = named(
  'PreviewedFinding',
  z.strictObject({
    id,
    notice_id: id,
    number: count,
    unit_id: id.nullable(),
    due: z.strictObject({ from: told, to: told }).nullable(),
    /** The day as which its service counts. */
    service_date: z.strictObject({ from: localDate, to: localDate }).nullable(),
    milestones: z.array(
      z.strictObject({
        kind: enums.milestoneKind,
        step: count,
        from: instant.nullable(),
        to: instant.nullable(),
      }),
    ),
  }),
)

export const preview = named(
  'Preview',
  z.strictObject({
    version: id,
    now: instant,
    /**
     * Findings looked at, those of which something would change, those whose due would move and not only become certain, and
     * the units of the latter.
     */
    looked_at: count,
    moved: count,
    dues_moved: count,
    units: count,
    /** The first 500 of which something would move, those whose due would before all others. */
    findings: z.array(previewedFinding),
  }),
)

/** One version, of the one or the other. */
const previewed = named(
  'PreviewRequest',
  z
    .strictObject({ calendar_version: id.optional(), policy_version: id.optional() })
    .refine(({ calendar_version, policy_version }) => !calendar_version !== !policy_version, {
      error: 'REQUIRED',
    }),
)

export const previewOperations = {
  preview: operation({
    id: 'preview',
    method: 'POST',
    path: '/v1/previews',
    tag: '工作日历',
    summary: '预览新版本的工作日历或政策会改变哪些时限和提醒；不作任何改动',
    policy: ['office.handler', 'office.reviewer', 'office.leader', 'auditor', 'admin'],
    body: previewed,
    status: 200,
    response: preview,
    errors: ['UNKNOWN_REFERENCE'],
    etag: true,
  }),
} as const
