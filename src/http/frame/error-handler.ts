import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ERRORS } from '../../contracts/errors.js'
import { languageOf } from './language.js'
import { type Audience, problemOf } from './problem.js'
import type { ProblemError } from './problem-error.js'
import { refusalOf } from './refusals.js'
import { TURNED_AWAY } from './turns.js'

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8'
const RETRY_SECONDS: Readonly<Record<string, number>> = {
  LOCKED: 1,
  ALREADY_RUNNING: 5,
  BEING_SCANNED: 5,
  UNAVAILABLE: 5,
  OVERLOADED: 5,
}

/** After how many seconds a refused request may be tried again; null where trying again is no use. */
export function retryAfter(code: unknown): number | null {
  return (typeof code === 'string' && RETRY_SECONDS[code]) || null
}

/** To whom a request's problems are told. */
export function audienceOf(request: FastifyRequest): Audience {
  return { language: languageOf(request.headers['accept-language']), traceId: request.id }
}

/** Every failure leaves as a problem; what is ours is logged with its cause, and nobody else learns it. */
export function addErrorHandler(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const refusal = refusalOf(error, request)
    // Who is turned away is counted with the answers: a line for each would be a load of its own.
    const ours = ERRORS[refusal.code].status >= 500 && error !== TURNED_AWAY
    if (ours) request.log.error({ err: error }, refusal.code)
    return sendProblem(request, reply, refusal)
  })
  app.setNotFoundHandler((request, reply) => {
    return sendProblem(request, reply, { code: 'NOT_FOUND', faults: [], etag: null })
  })
}

/** Answers with a problem and the headers that belong to it. */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  { code, faults, etag }: Pick<ProblemError, 'code' | 'faults' | 'etag'>,
): FastifyReply {
  const problem = problemOf(audienceOf(request), code, faults)
  const retry = retryAfter(code)
  if (retry !== null) reply.header('retry-after', retry)
  if (etag !== null) reply.header('etag', etag)
  if (code === 'UNAUTHENTICATED') reply.header('www-authenticate', 'Bearer')
  // Serialised here: the response schemas of a route describe its successes.
  return reply.status(problem.status).type(PROBLEM_TYPE).send(JSON.stringify(problem))
}
