import type { FastifyRequest, FastifySchemaValidationError } from 'fastify'
import { fieldCodeOf } from '../../contracts/field-code.js'
import type { FieldFault } from './problem-error.js'

const PARTS = { body: 'body', querystring: 'query', params: 'path', headers: 'header' } as const
export type RequestPart = keyof typeof PARTS

/** More than anybody reads; a large body of nothing but faults is not answered with a larger one. */
const MOST_FAULTS = 200

/** What the schema found wrong, field by field, with the place in the request; the first two hundred of it. */
export function faultsOf(
  request: FastifyRequest,
  part: RequestPart,
  issues: readonly FastifySchemaValidationError[],
): FieldFault[] {
  const given = { body: request.body, querystring: request.query, params: request.params }
  const root: unknown = part === 'headers' ? request.headers : given[part]
  const told = issues.slice(0, MOST_FAULTS).flatMap((issue) => {
    const pointer = issue.instancePath === '/' ? '' : issue.instancePath
    if (issue.keyword === 'unrecognized_keys') {
      const { keys } = issue.params as { keys?: readonly string[] }
      return (keys ?? []).slice(0, MOST_FAULTS).map((key) => ({
        in: PARTS[part],
        pointer: `${pointer}/${escape(key)}`,
        code: 'UNKNOWN_FIELD' as const,
      }))
    }
    const missing = valueAt(root, pointer) === undefined
    const { keyword, message = '', params } = issue
    const code = fieldCodeOf({ code: keyword, message, ...params }, missing)
    return [{ in: PARTS[part], pointer, code }]
  })
  return told.slice(0, MOST_FAULTS)
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
