import { z } from 'zod'
import { PROBLEM_CODES } from './errors.js'
import { named } from './named.js'
import { operation } from './operation.js'
import { problemKind } from './problem.js'

const tag = '系统'

export const health = named('Health', z.strictObject({ status: z.literal('ok') }))

/** `degraded`: the database answers, the engine does not; people can work, reminders come late. */
export const readiness = named(
  'Readiness',
  z.strictObject({ status: z.enum(['ready', 'degraded', 'not_ready']) }),
)

export const systemOperations = {
  getHealth: operation({
    id: 'getHealth',
    method: 'GET',
    path: '/healthz',
    tag,
    summary: '进程是否存活',
    policy: 'public',
    status: 200,
    response: health,
  }),
  getReadiness: operation({
    id: 'getReadiness',
    method: 'GET',
    path: '/readyz',
    tag,
    summary: '能否受理请求',
    policy: 'public',
    status: 200,
    response: readiness,
    also: { status: 503, response: readiness },
  }),
  listProblemKinds: operation({
    id: 'listProblemKinds',
    method: 'GET',
    path: '/v1/problems',
    tag,
    summary: '全部错误代码及其含义',
    policy: 'public',
    status: 200,
    response: named('ProblemKindList', z.strictObject({ items: z.array(problemKind) })),
  }),
  getProblemKind: operation({
    id: 'getProblemKind',
    method: 'GET',
    path: '/v1/problems/{code}',
    tag,
    summary: '一个错误代码的含义',
    policy: 'public',
    params: z.strictObject({ code: z.enum(PROBLEM_CODES) }),
    status: 200,
    response: problemKind,
  }),
} as const
