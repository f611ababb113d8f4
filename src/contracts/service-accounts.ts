import { z } from 'zod'
import { KEY_DAYS, OVERLAP_HOURS, SCOPES_OF } from '../domain/service-account.js'
import * as enums from './enums.js'
import { eachOnce, type FieldIssue, id, instant, line } from './fields.js'
import { tool } from './hits.js'
import { named } from './named.js'
import { operation } from './operation.js'
import { byId } from './params.js'
import { pageOf, paging } from './query.js'

/** A key as it is told of afterwards: what it begins with, and how long it opens anything. */
export const apiKey = named(
  'ApiKey',
  z.strictObject({
    id,
    /** What the key begins with. */
    hint: z.string(),
    created_at: instant,
    created_by: id,
    expires_at: instant,
    revoked_at: instant.nullable(),
    revoked_by: id.nullable(),
    /** To the minute, more or less; null where it was never used. */
    last_used_at: instant.nullable(),
  }),
)

export const serviceAccount = named(
  'ServiceAccount',
  z.strictObject({
    id,
    kind: enums.serviceAccountKind,
    name: z.string(),
    unit_id: id.nullable(),
    tool: z.string().nullable(),
    /** What all its keys open, for good: with other rights it is another account. */
    scopes: z.array(enums.keyScope),
    created_at: instant,
    created_by: id,
    /** The newest first. */
    keys: z.array(apiKey),
  }),
)

const days = z.number().int().min(1).max(KEY_DAYS.most)

/** Of whom each kind is the machine: a portal of a unit, a tool of its own name. */
const OF = { portal: 'unit_id', inspection_tool: 'tool' } as const

export const serviceAccountEntry = named(
  'ServiceAccountEntry',
  z
    .strictObject({
      kind: enums.serviceAccountKind,
      name: line(100),
      /** Of a portal: whose it is. */
      unit_id: id.optional(),
      /** Of an inspection tool: what it is called in addresses. */
      tool: tool.optional(),
      /** What its keys open, of what its kind may do at all. */
      scopes: eachOnce(z.array(enums.keyScope).min(1), (scope) => scope).meta({
        uniqueItems: true,
      }),
      expires_in_days: days,
    })
    .superRefine((entry, context) => {
      for (const [index, scope] of entry.scopes.entries()) {
        if (SCOPES_OF[entry.kind].includes(scope)) continue
        const message = 'OUT_OF_RANGE' satisfies FieldIssue
        context.addIssue({ code: 'custom', path: ['scopes', index], message })
      }
      for (const field of ['unit_id', 'tool'] as const) {
        const [wanted, given] = [OF[entry.kind] === field, entry[field] !== undefined]
        if (wanted === given) continue
        const message = (wanted ? 'REQUIRED' : 'UNKNOWN_FIELD') satisfies FieldIssue
        context.addIssue({ code: 'custom', path: [field], message })
      }
    }),
)

/** An account with a key that was just made. */
export const madeKey = named(
  'MadeApiKey',
  z.strictObject({
    service_account: serviceAccount,
    key_id: id,
    /** Shown in this answer alone: it is not kept. Null where the answer is given again. */
    key: z.string().nullable(),
  }),
)

const tag = '服务账号'

export const serviceAccountOperations = {
  listServiceAccounts: operation({
    id: 'listServiceAccounts',
    method: 'GET',
    path: '/v1/service-accounts',
    tag,
    summary: '服务账号及其密钥（不含密钥本身）',
    policy: ['security', 'auditor'],
    query: z.strictObject(paging),
    status: 200,
    response: named('ServiceAccountPage', pageOf(serviceAccount)),
    errors: ['CURSOR_INVALID'],
  }),
  createServiceAccount: operation({
    id: 'createServiceAccount',
    method: 'POST',
    path: '/v1/service-accounts',
    tag,
    summary: '为单位门户或监测工具开设服务账号，限定其权限；密钥只在本次答复中显示一次',
    policy: ['security'],
    step_up: true,
    body: serviceAccountEntry,
    status: 201,
    response: madeKey,
    errors: ['ALREADY_EXISTS', 'UNKNOWN_REFERENCE'],
    idempotent: true,
  }),
  rotateApiKey: operation({
    id: 'rotateApiKey',
    method: 'POST',
    path: '/v1/service-accounts/{id}/keys',
    tag,
    summary: '换发密钥：新密钥只显示一次，旧密钥在重叠期满后失效',
    policy: ['security'],
    step_up: true,
    params: byId,
    body: named(
      'ApiKeyRotation',
      z.strictObject({
        expires_in_days: days,
        /** How long the keys before it live on at most; a day unless told, 0 ends them at once. */
        overlap_hours: z.number().int().min(0).max(OVERLAP_HOURS.most).optional(),
      }),
    ),
    status: 201,
    response: madeKey,
    idempotent: true,
  }),
  revokeApiKey: operation({
    id: 'revokeApiKey',
    method: 'POST',
    path: '/v1/service-accounts/{id}/keys/{key_id}/revoke',
    tag,
    summary: '吊销密钥；一分钟内对所有进程生效',
    policy: ['security'],
    step_up: true,
    params: z.strictObject({ id, key_id: id }),
    body: named('ApiKeyRevocation', z.strictObject({})),
    status: 200,
    response: serviceAccount,
    errors: ['NOTHING_TO_CHANGE'],
    idempotent: true,
  }),
} as const
