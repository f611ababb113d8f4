import { z } from 'zod'
import * as enums from './enums.js'
import { id, instant, text } from './fields.js'
import { named } from './named.js'
import { operation } from './operation.js'
import { byId } from './params.js'
import { flag, pageOf, paging } from './query.js'

const tag = '联系方式'

/** An address of a unit, or of one of the office's own people, at which nobody is reached. */
export const contactFault = named(
  'ContactFault',
  z.strictObject({
    id,
    /** Null for the office's own people. */
    unit_id: id.nullable(),
    /** Null for a unit's shared mailbox and the head of its office. */
    person_id: id.nullable(),
    name: z.string(),
    address: z.string(),
    how: enums.contactFaultHow,
    /** What the mail server said. */
    reason: z.string(),
    mail_id: id,
    found_at: instant,
    /** Not cleared, and mail would still be sent to the address. */
    standing: z.boolean(),
    cleared_at: instant.nullable(),
    cleared_by: id.nullable(),
    cleared_because: z.string().nullable(),
  }),
)

const KEEPS = ['office.handler', 'admin'] as const
const SEES = [
  ...KEEPS,
  'unit.reporter',
  'unit.signatory',
  'office.reviewer',
  'office.leader',
  'auditor',
] as const

export const contactFaultOperations = {
  reportBounce: operation({
    id: 'reportBounce',
    method: 'POST',
    path: '/v1/bounces',
    tag,
    summary: '登记退信',
    policy: KEEPS,
    body: named(
      'BouncedMail',
      z.strictObject({
        /** The returned mail as it came, headers and all. */
        message: z.string().min(1).max(1_000_000),
      }),
    ),
    body_limit: 4 * 1024 * 1024,
    status: 200,
    response: named(
      'Bounce',
      z.strictObject({
        mail_id: id,
        /** `delayed`: still being tried, nothing changed. */
        verdict: z.enum(['failed', 'delayed']),
        reason: z.string(),
        unit_id: id.nullable(),
        name: z.string(),
        address: z.string(),
      }),
    ),
    errors: ['UNKNOWN_REFERENCE'],
    idempotent: true,
  }),
  listContactFaults: operation({
    id: 'listContactFaults',
    method: 'GET',
    path: '/v1/contact-faults',
    tag,
    summary: '失效的联系方式',
    policy: SEES,
    query: z.strictObject({ ...paging, standing: flag.optional(), unit: id.optional() }),
    status: 200,
    response: named('ContactFaultPage', pageOf(contactFault)),
    errors: ['CURSOR_INVALID'],
  }),
  clearContactFault: operation({
    id: 'clearContactFault',
    method: 'POST',
    path: '/v1/contact-faults/{id}/clear',
    tag,
    summary: '联系方式已核实可用',
    policy: KEEPS,
    params: byId,
    body: named('Clearing', z.strictObject({ reason: text() })),
    status: 200,
    response: contactFault,
    errors: ['NOTHING_TO_CHANGE'],
    idempotent: true,
  }),
} as const
