import { z } from 'zod'
import * as enums from '../enums.js'
import { count, id, instant } from '../fields.js'
import { named } from '../named.js'
import { namedEvidence } from './named-evidence.js'

/** One entry of a finding's history; its link proves that nothing was changed since. */
export const findingEvent = named(
  'FindingEvent',
  z.strictObject({
    seq: count,
    type: enums.eventType,
    actor_id: id.nullable(),
    actor_role: enums.role,
    signed_paper_id: id.nullable(),
    /** The unit's portal through which the actor came; null where they came themselves. */
    service_account_id: id.nullable(),
    audience: enums.audience,
    at: instant,
    effective_at: instant,
    /** Codes, dates and numbers; what is in it depends on the type. */
    data: z.record(z.string(), z.unknown()),
    /** The files that `data` names by their hashes, so that they can be opened. */
    evidence: z.array(namedEvidence),
    /** The words said, by field; null where there are none or where they were erased. */
    texts: z.record(z.string(), z.string()).nullable(),
    /** Whether there were words, and they were erased (已删除). */
    erased: z.boolean(),
    previous_hash: z.string().nullable(),
    hash: z.string(),
  }),
)
