import type { FastifyInstance } from 'fastify'
import { costOf } from '../../contracts/costs.js'
import { scopesThatOpen } from '../../contracts/key-scopes.js'
import type { Operation, Policy } from '../../contracts/operation.js'
import type { KeyScope } from '../../domain/service-account.js'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call; a route without one keeps the server from starting. */
    policy?: Policy
    /** Whether the key of an inspection tool may call too. */
    tool_key?: boolean
    /** What lets a key call: any of these; with none of them no key does. */
    key_scopes?: readonly KeyScope[]
    /** Whether a fresh and strong login is asked for where the configuration says so; never for a key. */
    step_up?: boolean
    /** Whether what is answered is signed, so that nothing may be taken out of it any more. */
    signed?: boolean
    /** What a request counts for; one read unless it says so. */
    cost?: number
  }
}

/** From here on every route has to say who may call it. Throws at registration for one that does not. */
export function denyByDefault(app: FastifyInstance): void {
  app.addHook('onRoute', ({ method, url, config }) => {
    if (config?.policy === undefined) throw new Error(`no policy: ${String(method)} ${url}`)
  })
}

/** What a route of an operation says of who may call it, what that counts for, and whether its answer is signed. */
export function admission({
  id,
  method,
  policy,
  tool_key = false,
  step_up = false,
  signed = false,
  upload = false,
  file = false,
  ndjson,
}: Operation) {
  const cost = costOf({ id, method })
  const streams = upload || file || ndjson !== undefined
  return { policy, tool_key, step_up, signed, cost, streams, key_scopes: scopesThatOpen(id) }
}
