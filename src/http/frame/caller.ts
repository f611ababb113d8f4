import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isApiKey } from '../../auth/api-key.js'
import { AuthError } from '../../auth/auth-error.js'
import type { Identity } from '../../auth/issuer.js'
import { rememberFor } from '../../auth/recent.js'
import type { Verifier } from '../../auth/verify.js'
import { type Principal, principalFor } from '../../commands/principal.js'
import type { Policy } from '../../contracts/operation.js'
import type { Handle } from '../../db/handle.js'
import { type KnownPerson, principalOf } from '../../db/principal.js'
import type { Failures } from './failures.js'
import { createKeyCallers, type KeyCaller, onBehalfOf } from './key-caller.js'
import { headerFault, ProblemError } from './problem-error.js'
import type { CountCall } from './quota.js'
import { refusalOf } from './refusals.js'
import type { RefusedCallers } from './refused-callers.js'
import { requireScope } from './require-scope.js'
import { challengeOf, type StepUp } from './step-up.js'

/** Who calls: their place in the office the request is about, and every office they hold a role in. */
export interface Caller {
  principal: Principal
  person: KnownPerson
  offices: readonly KnownPerson[]
}

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller | null
  }
}

const REMEMBERED_MAX = 10_000
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

interface CallerSettings {
  rememberMs: number
  failures: Failures
  countCall: CountCall
  stepUp: StepUp
  refusals: RefusedCallers
}

/** Somebody at the door of a route that is not everybody's. */
interface Knock {
  request: FastifyRequest
  reply: FastifyReply
  policy: AskedOfSomebody
}

/**
 * Before anything of a request is read: who calls, and whether the route is for them. What was looked up is remembered
 * for so many milliseconds.
 */
export function addCaller(
  app: FastifyInstance,
  handle: Handle,
  verifier: Verifier,
  settings: CallerSettings,
): void {
  const { rememberMs, failures, countCall, stepUp, refusals } = settings
  const places = rememberFor(rememberMs, REMEMBERED_MAX, (key) => {
    const { issuer, subject } = JSON.parse(key) as Identity
    return principalOf(handle, issuer, subject)
  })
  const keyCaller = createKeyCallers(handle, settings)
  const byToken = async (token: string, { request, reply, policy }: Knock) => {
    const verified = await verifier.verify(token)
    const { issuer, subject } = verified
    countCall({ issuer, subject }, request, reply)
    const known = await places.get(JSON.stringify({ issuer, subject }))
    // Whoever has left an office need not say that they mean the other.
    const offices = known.filter(({ memberships }) => memberships.length > 0)
    if (offices.length === 0) await refusals.unknown(request, subject)
    if (offices[0] && onBehalfOf(request) !== null) {
      await refusals.behalf({ ...principalFor(offices[0], []), address: request.ip })
      throw new ProblemError('FORBIDDEN')
    }
    const caller = callerIn(offices, officeNamedBy(request), policy)
    const asked = request.routeOptions.config.step_up ? challengeOf(stepUp, verified) : null
    if (asked !== null) {
      await refusals.stepUp({ ...caller.principal, address: request.ip })
      reply.header('www-authenticate', asked)
      throw new ProblemError('STEP_UP_REQUIRED')
    }
    return caller
  }
  const known = async (knock: Knock) => {
    const bearer = bearerOf(knock.request)
    if (!isApiKey(bearer)) return byToken(bearer, knock)
    return callerByKey(await keyCaller(bearer, knock.request, knock.reply), knock)
  }
  app.decorateRequest('caller', null)
  app.addHook('onRequest', async (request, reply) => {
    const { policy } = request.routeOptions.config
    if (policy === undefined || policy === 'public') return
    try {
      const caller = await known({ request, reply, policy })
      request.caller = { ...caller, principal: { ...caller.principal, address: request.ip } }
    } catch (error) {
      // Whoever shows nothing has not tried; whose own token is over guesses nothing, and counts as themselves.
      const tried = request.headers.authorization !== undefined
      if (tried && refusalOf(error, request).code === 'UNAUTHENTICATED') {
        const expired = error instanceof AuthError ? error.expired : null
        if (expired) countCall(expired, request, reply)
        else await failures.count(request, reply)
        await refusals.refused(request)
      }
      throw error
    }
  })
}

/** A portal's caller is a person of its unit and nothing else; a tool comes only where its own is asked for. */
function callerByKey({ holder, person }: KeyCaller, { request, reply, policy }: Knock): Caller {
  const { id: service_account_id, tool } = holder
  const { tool_key = false, step_up = false } = request.routeOptions.config
  // No machine can show who sits before it.
  if (step_up) throw new ProblemError('FORBIDDEN')
  const offices = [person]
  const named = officeNamedBy(request)
  if (tool === null) {
    const caller = callerIn(offices, named, policy)
    requireScope(holder, request, reply)
    return { ...caller, principal: { ...caller.principal, service_account_id } }
  }
  const { tool: asked = tool } = request.params as { tool?: string }
  const elsewhere = named !== null && named !== person.office_id
  if (!tool_key || asked !== tool || elsewhere) throw new ProblemError('FORBIDDEN')
  requireScope(holder, request, reply)
  const nobody = { ...principalFor(person, []), scope: 'tool' } as const
  return { principal: { ...nobody, service_account_id }, person, offices }
}

/** The caller of a route that is not public. */
export function callerOf(request: FastifyRequest): Caller {
  if (!request.caller) throw new ProblemError('UNAUTHENTICATED')
  return request.caller
}

function bearerOf({ headers }: FastifyRequest): string {
  const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(headers.authorization ?? '')?.[1]
  if (token === undefined) throw new ProblemError('UNAUTHENTICATED')
  return token
}

function officeNamedBy({ headers }: FastifyRequest): string | null {
  const named = headers['office-id']
  if (named === undefined) return null
  if (typeof named === 'string' && UUID.test(named)) return named.toLowerCase()
  throw new ProblemError('VALIDATION_FAILED', [headerFault('Office-Id', 'MALFORMED')])
}

type AskedOfSomebody = Exclude<Policy, 'public'>

/**
 * Throws FORBIDDEN for somebody no office, or not the named one, knows, ROLE_NOT_ALLOWED for one whom the route does
 * not name; with several offices one must be named.
 */
function callerIn(
  offices: readonly KnownPerson[],
  named: string | null,
  policy: AskedOfSomebody,
): Caller {
  const person = named ? offices.find((one) => one.office_id === named) : offices[0]
  if (!person) throw new ProblemError('FORBIDDEN')
  if (!named && offices.length > 1) {
    throw new ProblemError('VALIDATION_FAILED', [headerFault('Office-Id', 'REQUIRED')])
  }
  return { principal: principalFor(person, admitted(policy, person)), person, offices }
}

type HeldRole = KnownPerson['memberships'][number]

/** The roles with which somebody may call the route. Throws ROLE_NOT_ALLOWED where there is none. */
function admitted(policy: AskedOfSomebody, { memberships }: KnownPerson): readonly HeldRole[] {
  if (policy === 'authenticated') return memberships
  const held = memberships.filter(({ role }) => policy.includes(role))
  if (held.length === 0) throw new ProblemError('ROLE_NOT_ALLOWED')
  return held
}
