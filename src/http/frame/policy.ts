import type { FastifyInstance } from 'fastify'
import type { Policy } from '../../contracts/operation.js'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call; a route without one keeps the server from starting. */
    policy?: Policy
    /** Whether the key of an inspection tool may call too. */
    tool_key?: boolean
    /** Whether a fresh and strong login is asked for where the configuration says so; never for a key. */
    step_up?: boolean
  }
}

/** From here on every route has to say who may call it. Throws at registration for one that does not. */
export function denyByDefault(app: FastifyInstance): void {
  app.addHook('onRoute', ({ method, url, config }) => {
    if (config?.policy === undefined) throw new Error(`no policy: ${String(method)} ${url}`)
  })
}
