import type { FastifyRequest, FastifySchemaValidationError } from 'fastify'
import { FIELD_ISSUES } from '../../contracts/fields.js'
import type { FieldCode } from '../../contracts/field-errors.js'
import type { FieldFault } from './problem-error.js'

const PARTS = { body: 'body', querystring: 'query', params: 'path', headers: 'header' } as const
export type RequestPart = keyof typeof PARTS

/** What the schema found wrong, field by field, with the place in the request. */
export function faultsOf(
  request: FastifyRequest,
  part: RequestPart,
  issues: readonly FastifySchemaValidationError[],
): FieldFault[] {
  const given = { body: request.body, querystring: request.query, params: request.params }
  const root: unknown = part === 'headers' ? request.headers : given[part]
  return issues.flatMap((issue) => {
    const pointer = issue.instancePath === '/' ? '' : issue.instancePath
    if (issue.keyword === 'unrecognized_keys') {
      const { keys } = issue.params as { keys?: readonly string[] }
      return (keys ?? []).map((key) => ({
        in: PARTS[part],
        pointer: `${pointer}/${escape(key)}`,
        code: 'UNKNOWN_FIELD' as const,
      }))
    }
    const missing = valueAt(root, pointer) === undefined
    return [{ in: PARTS[part], pointer, code: missing ? 'REQUIRED' : codeOf(issue) }]
  })
}

function codeOf({ keyword, message, params }: FastifySchemaValidationError): FieldCode {
  const own = FIELD_ISSUES.find((issue) => issue === message)
  if (own) return own
  const counted = 'origin' in params && ['string', 'array'].includes(String(params.origin))
  switch (keyword) {
    case 'invalid_type':
      return 'WRONG_TYPE'
    case 'invalid_value':
    case 'invalid_union':
      return 'NOT_IN_LIST'
    case 'too_small':
      return counted ? 'TOO_SHORT' : 'OUT_OF_RANGE'
    case 'too_big':
      return counted ? 'TOO_LONG' : 'OUT_OF_RANGE'
    default:
      return 'MALFORMED'
  }
}

function valueAt(root: unknown, pointer: string): unknown {
  const names = pointer.split('/').slice(1)
  return names.reduce<unknown>((value, name) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
    return (value as Record<string, unknown>)[name]
  }, root)
}

/** RFC 6901. */
function escape(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}
