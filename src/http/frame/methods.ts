import type { FastifyInstance } from 'fastify'
import type { Operation } from '../../contracts/operation.js'
import { sendProblem } from './error-handler.js'

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** `/v1/notices/{id}` as the router writes it. */
export function routerPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1')
}

/** Every path of the table answers the methods it does not know with 405 and what it knows. */
export function refuseOtherMethods(app: FastifyInstance, operations: readonly Operation[]): void {
  const known = new Map<string, Set<string>>()
  for (const { path, method } of operations) {
    const methods = known.get(path) ?? new Set()
    methods.add(method)
    if (method === 'GET') methods.add('HEAD')
    known.set(path, methods)
  }
  for (const [path, methods] of known) {
    app.route({
      method: METHODS.filter((method) => !methods.has(method)),
      url: routerPath(path),
      config: { policy: 'public' },
      handler: (request, reply) => {
        reply.header('allow', [...methods].join(', '))
        return sendProblem(request, reply, { code: 'METHOD_NOT_ALLOWED', faults: [], etag: null })
      },
    })
  }
}
