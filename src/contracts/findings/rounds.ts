import { z } from 'zod'
import * as enums from '../enums.js'
import { count, id, instant, localDate, sha256 } from '../fields.js'
import { named } from '../named.js'
import { namedEvidence } from './named-evidence.js'

/** What an answer says otherwise than the same unit's answer before it: fields by name, files by hash. */
const changed = named(
  'RoundChanges',
  z.strictObject({
    fields: z.array(enums.roundField),
    evidence_added: z.array(sha256),
    evidence_left_out: z.array(sha256),
  }),
)

/**
 * One written answer, sealed when it was sent: `seal` is the hash of its event in the finding's chain, which every later
 * decision hangs on, null where the record has lost it. `changed` is null for a unit's first, and for one handled offline.
 */
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
    /** 客观原因挂账: whom the unit asked, when, and which of its files prove it. */
    asked: z
      .strictObject({
        on: localDate,
        whom: z.string().nullable(),
        evidence: z.array(sha256),
      })
      .nullable(),
    evidence: z.array(namedEvidence),
    submitted_by: id,
    /** The portal through which that was; null where they came themselves. */
    service_account_id: id.nullable(),
    signed_paper_id: id.nullable(),
    registered: z.boolean(),
    received_on: localDate.nullable(),
    submitted_at: instant,
    effective_at: instant,
    working_days_late: count,
    fixed_by: localDate.nullable(),
    fix_steps: z.array(z.strictObject({ on: localDate, text: z.string().nullable() })).nullable(),
    changed: changed.nullable(),
    seal: z.string().nullable(),
  }),
)
