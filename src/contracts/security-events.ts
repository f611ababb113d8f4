import { z } from 'zod'
import * as enums from './enums.js'
import { id, instant } from './fields.js'
import { named } from './named.js'
import { operation } from './operation.js'
import { pageOf, paging } from './query.js'

/** Something that matters to safety: who, when, what, from where, and whether it was done. */
export const securityEvent = named(
  'SecurityEvent',
  z.strictObject({
    id,
    /** By the real clock, also in a rehearsal. */
    at: instant,
    kind: enums.securityEventKind,
    result: enums.securityResult,
    /** Null where no office knows who it was, a tool came by itself, or it was done on the server's command line. */
    person_id: id.nullable(),
    service_account_id: id.nullable(),
    address: z.string().nullable(),
    /** The login of a good token whose person nobody knows, or who was disabled. */
    subject: z.string().nullable(),
    /** The person, role or key it is about. */
    about: id.nullable(),
    /** Codes and ids, by kind; `times` where a refusal came again more than once within the minute. */
    detail: z.record(z.string(), z.unknown()),
  }),
)

export const securityEventOperations = {
  listSecurityEvents: operation({
    id: 'listSecurityEvents',
    method: 'GET',
    path: '/v1/security-events',
    tag: '安全审计',
    summary: '安全事件，最新的在前；不属于任何办公室的（如登录被拒绝）一并列出',
    policy: ['auditor'],
    query: z.strictObject({ ...paging, event: enums.securityEventKind.optional() }),
    status: 200,
    response: named('SecurityEventPage', pageOf(securityEvent)),
    errors: ['CURSOR_INVALID'],
  }),
} as const
