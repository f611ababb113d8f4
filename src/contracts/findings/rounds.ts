import { z } from 'zod'
import * as enums from '../enums.js'
import { count, id, instant, localDate } from '../fields.js'
import { named } from '../named.js'
import { namedEvidence } from './named-evidence.js'

/** One written answer, sealed when it was sent. */
export const round = named(
  'Round',
  z.strictObject({
    number: count,
    unit_id: id,
    result: enums.result,
    cause: z.string().nullable(),
    measures: z.string().nullable(),
    completed_on: localDate.nullable(),
    taken_down_at: instant.nullable(),
    evidence: z.array(namedEvidence),
    submitted_by: id,
    signed_paper_id: id.nullable(),
    registered: z.boolean(),
    received_on: localDate.nullable(),
    submitted_at: instant,
    effective_at: instant,
    working_days_late: count,
    fixed_by: localDate.nullable(),
    fix_steps: z.array(z.strictObject({ on: localDate, text: z.string().nullable() })).nullable(),
  }),
)
