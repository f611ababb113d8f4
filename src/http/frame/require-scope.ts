import type { FastifyReply, FastifyRequest } from 'fastify'
import type { KeyHolder } from '../../db/key-holder.js'
import { SCOPES_OF } from '../../domain/service-account.js'
import { ProblemError } from './problem-error.js'

/**
 * Throws SCOPE_MISSING where the account of a key was not given what the route asks for, FORBIDDEN where no key of its
 * kind is. The challenge of RFC 6750 says the same to a client.
 */
export function requireScope(
  { kind, scopes }: KeyHolder,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const { key_scopes = [] } = request.routeOptions.config
  const wanted = key_scopes.filter((scope) => SCOPES_OF[kind].includes(scope))
  if (wanted.some((scope) => scopes.includes(scope))) return
  const [scope] = wanted
  if (!scope) throw new ProblemError('FORBIDDEN')
  reply.header('www-authenticate', `Bearer error="insufficient_scope", scope="${scope}"`)
  const missing = { in: 'header', pointer: 'Authorization', code: 'NOT_GRANTED', scope } as const
  throw new ProblemError('SCOPE_MISSING', [missing])
}
