import type { FastifyRequest } from 'fastify'
import { plainError } from '../../db/plain-error.js'

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** What the log says of a request: the address of its route with the ids in it, and nothing else a caller wrote. */
export function loggedRequest(request: FastifyRequest) {
  return { method: request.method, path: pathOf(request), ip: request.ip }
}

/** What the log says of a failure of ours: anything but its words, for which the framework's form keeps a place. */
export function loggedError(error: Error) {
  return { ...plainError(error), type: error.name, message: '' }
}

/** Null for an address no route has: it may say anything. */
function pathOf({ routeOptions, params }: FastifyRequest): string | null {
  const given = (params ?? {}) as Readonly<Record<string, string | undefined>>
  const filled = routeOptions.url?.replaceAll(/:(\w+)/g, (name, param: string) => {
    const value = given[param]
    return value !== undefined && ID.test(value) ? value : name
  })
  return filled ?? null
}
