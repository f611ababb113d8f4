import { ERRORS, PROBLEM_CODES, type ProblemCode, wordsOf } from '../errors.js'
import { problemsOf } from '../implied.js'
import type { Operation } from '../operation.js'
import { problem } from '../problem.js'
import { type JsonSchema, schemaOf } from './schemas.js'

const HEADERS = {
  ETag: { description: '版本标记，修改时放入 If-Match。', schema: { type: 'string' } },
  Location: { description: '新记录的地址。', schema: { type: 'string' } },
  RetryAfter: { description: '多少秒后重试。', schema: { type: 'integer' } },
} as const
const ACCEPTED = '已受理。'

/** Every answer of one operation by status: success, not modified, and the problems by their status. */
export function responsesOf(operation: Operation): Record<string, JsonSchema> {
  const { status, also, digest, method } = operation
  const unchanged = digest && method === 'GET' ? { 304: { description: '没有变化。' } } : {}
  const problems = problemsOf(operation).map((code): [number, JsonSchema] => [
    ERRORS[code].status,
    { $ref: `#/components/responses/${nameOf(ERRORS[code].status)}` },
  ])
  const other = also ? { [also.status]: another(also) } : {}
  return { [status]: success(operation), ...unchanged, ...Object.fromEntries(problems), ...other }
}

function another({ status, response }: NonNullable<Operation['also']>): JsonSchema {
  const accepted = status === 202
  const headers = accepted ? { Location: HEADERS.Location } : {}
  return answer(accepted ? ACCEPTED : '另一种答复。', schemaOf(response), headers)
}

/** The problems of every status that some operation answers with, once for all; each operation names its own codes. */
export function problemResponses(operations: readonly Operation[]): Record<string, JsonSchema> {
  const byStatus = new Map<number, ProblemCode[]>()
  const used = new Set(operations.flatMap(problemsOf))
  for (const code of PROBLEM_CODES.filter((one) => used.has(one))) {
    const { status } = ERRORS[code]
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  const sorted = [...byStatus].toSorted(([a], [b]) => a - b)
  return Object.fromEntries(sorted.map(([status, codes]) => [nameOf(status), told(status, codes)]))
}

function nameOf(status: number): string {
  return `Problem${status}`
}

function told(status: number, codes: readonly ProblemCode[]): JsonSchema {
  const retry = status === 409 || status === 503
  return {
    description: codes.map((code) => `${code} ${wordsOf(code).title}`).join('；'),
    ...(retry ? { headers: { 'Retry-After': HEADERS.RetryAfter } } : {}),
    content: { 'application/problem+json': { schema: schemaOf(problem) } },
  }
}

function success({ status, response, etag, download }: Operation): JsonSchema {
  const headers = {
    ...(etag ? { ETag: HEADERS.ETag } : {}),
    ...(status === 200 ? {} : { Location: HEADERS.Location }),
  }
  const description = status === 202 ? ACCEPTED : status === 201 ? '已建立。' : '成功。'
  if (download) {
    const [range, type] =
      download === true ? ['*/*', 'application/octet-stream'] : [download, download]
    const file = { schema: { type: 'string', contentMediaType: type } }
    return { description, headers, content: { [range]: file } }
  }
  return answer(description, response ? schemaOf(response) : {}, headers)
}

function answer(description: string, schema: JsonSchema, headers: object): JsonSchema {
  return { description, headers, content: { 'application/json': { schema } } }
}
