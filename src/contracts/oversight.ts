import { z } from 'zod'
import * as enums from './enums.js'
import { count, id, instant } from './fields.js'
import { named } from './named.js'
import { operation } from './operation.js'
import { integer } from './query.js'

const spoken = z.strictObject({ id, number: count.nullable() })

/** A message that will be said if nobody acts. */
export const foretold = named(
  'ForetoldMessage',
  z.strictObject({
    said_at: instant,
    kind: enums.messageKind,
    label: z.string(),
    recipient: enums.recipient,
    unit_id: id.nullable(),
    finding: spoken.nullable(),
    /** The act of the clock, or the event, that it speaks of. */
    cause: z.string(),
    urgent: z.boolean(),
    written_at: instant,
  }),
)

/** The daily list of a unit that owes something and is told nothing else that day. */
export const foretoldDigest = named(
  'ForetoldDigest',
  z.strictObject({ said_at: instant, unit_id: id, findings: z.array(spoken) }),
)

/** Everything the office will say after one instant and up to another if nobody acts, in order. */
export const officeForecast = named(
  'Forecast',
  z.strictObject({
    now: instant,
    until: instant,
    messages: z.array(foretold),
    digests: z.array(foretoldDigest),
  }),
)

export const oversightOperations = {
  getForecast: operation({
    id: 'getForecast',
    method: 'GET',
    path: '/v1/forecast',
    tag: '督办',
    summary: '如无人办理，今后几天将向谁发出什么',
    policy: ['office.handler', 'office.reviewer', 'office.leader', 'auditor', 'admin'],
    query: z.strictObject({ days: integer(1, 31).optional() }),
    status: 200,
    response: officeForecast,
  }),
} as const
