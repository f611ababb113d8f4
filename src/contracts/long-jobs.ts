import { z } from 'zod'
import { id, instant } from './fields.js'
import { named } from './named.js'
import { operation } from './operation.js'
import { byId } from './params.js'

/** A long job and how far it is. */
export const job = named(
  'Operation',
  z.strictObject({
    id,
    kind: z.string(),
    status: z.enum(['running', 'done', 'failed', 'cancelled']),
    progress: z.record(z.string(), z.unknown()).nullable(),
    result: z.record(z.string(), z.unknown()).nullable(),
    created_at: instant,
    finished_at: instant.nullable(),
  }),
)

/** Where to: the next thing that will happen, so many calendar days on, or an instant at most as far. */
export const advance = named(
  'RehearsalAdvance',
  z.union([
    z.strictObject({ to: z.literal('next') }),
    z.strictObject({ to: instant }),
    z.strictObject({ days: z.number().int().min(1).max(400) }),
  ]),
)

export const jobOperations = {
  advanceRehearsal: operation({
    id: 'advanceRehearsal',
    method: 'POST',
    path: '/v1/rehearsal/advance',
    tag: '演练',
    summary: '推进演练办公室的时钟',
    policy: ['admin'],
    body: advance,
    status: 202,
    response: job,
    errors: ['NOT_A_REHEARSAL', 'ONLY_FORWARD', 'ALREADY_RUNNING'],
    idempotent: true,
  }),
  cancelOperation: operation({
    id: 'cancelOperation',
    method: 'POST',
    path: '/v1/operations/{id}/cancel',
    tag: '长任务',
    summary: '停止长任务；已完成的部分保留',
    policy: ['admin'],
    params: byId,
    body: named('OperationCancel', z.strictObject({})),
    status: 200,
    response: job,
    idempotent: true,
  }),
  getOperation: operation({
    id: 'getOperation',
    method: 'GET',
    path: '/v1/operations/{id}',
    tag: '长任务',
    summary: '查看长任务的进度和结果',
    policy: 'authenticated',
    tool_key: true,
    params: byId,
    status: 200,
    response: job,
  }),
} as const
