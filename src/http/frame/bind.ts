import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Answer, KeyUse } from '../../commands/once.js'
import type { Principal } from '../../commands/principal.js'
import type { Operation, Parsed } from '../../contracts/operation.js'
import { callerOf } from './caller.js'
import { audienceOf, PROBLEM_TYPE, retryAfter } from './error-handler.js'
import { isUnchanged, readIfMatch } from './etag.js'
import { fingerprintOf, readKey } from './idempotency-key.js'
import type { KeyLine } from './key-line.js'
import { routerPath } from './methods.js'
import { nextLink } from './page.js'
import { admission } from './policy.js'
import type { Audience } from './problem.js'

type Part<O, K extends string> = K extends keyof O ? Parsed<O[K]> : undefined

/** One request of an operation, parsed, authenticated and admitted. */
export interface Call<O extends Operation> {
  params: Part<O, 'params'>
  query: Part<O, 'query'>
  body: Part<O, 'body'>
  principal: O['policy'] extends 'public' ? null : Principal
  key: KeyUse | null
  /** The strong tag of what the caller has seen; empty where none is asked for. */
  if_match: string
  audience: Audience
  request: FastifyRequest
}

export type Handler<O extends Operation> = (call: Call<O>) => Promise<Answer>

/** What is asked for and not understood is refused, not left out: a mistyped `dry_run` must not be carried out. */
export const NO_QUERY = z.strictObject({})

/** Serves an operation of the table: its contract checks what comes in, its flags say which headers are wanted. */
export function bind<O extends Operation>(
  app: FastifyInstance,
  line: KeyLine,
  operation: O,
  handler: Handler<O>,
): void {
  const { method, path, params, query, body, body_limit } = operation
  app.route({
    method,
    url: routerPath(path),
    config: admission(operation),
    ...(body_limit === undefined ? {} : { bodyLimit: body_limit }),
    schema: {
      ...(params ? { params } : {}),
      querystring: query ?? NO_QUERY,
      ...(body ? { body } : {}),
    },
    // Nothing sent is the same as nothing said; what is required is then missing field by field.
    preValidation: async (request) => {
      if (body && request.body === undefined) request.body = {}
    },
    handler: async (request, reply) => {
      const call = callOf(operation, request)
      const work = () => handler(call)
      const answer = call.key
        ? await line.run(
            `${callerOf(request).principal.person_id} ${call.key.key}`,
            call.key.fingerprint,
            work,
          )
        : await work()
      return send(request, reply, answer, operation)
    },
  })
}

/** Sends an answer; a GET whose digest the caller already has is answered 304. */
export function send(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: Answer,
  { digest = false }: Operation,
): FastifyReply {
  const { status, body, etag, location } = answer
  if (etag !== null) reply.header('etag', etag)
  if (location) reply.header('location', location)
  const reads = request.method === 'GET' || request.method === 'HEAD'
  const retry = status < 400 ? null : retryAfter(codeOf(body))
  if (retry !== null) reply.header('retry-after', retry)
  const known = digest && status === 200 && etag !== null
  if (reads && known && isUnchanged(request.headers['if-none-match'], etag)) {
    return reply.status(304).send()
  }
  const next = reads ? nextOf(body) : null
  if (next !== null) reply.header('link', nextLink(request.url, next))
  const type = status < 400 || status === 503 ? 'application/json; charset=utf-8' : PROBLEM_TYPE
  return reply.status(status).type(type).send(JSON.stringify(body))
}

function codeOf(body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'code' in body ? body.code : null
}

/** The cursor of the page that follows, where the answer is a page of a list. */
function nextOf(body: unknown): string | null {
  const page = typeof body === 'object' && body !== null && 'next' in body ? body.next : null
  return typeof page === 'string' ? page : null
}

function callOf<O extends Operation>(operation: O, request: FastifyRequest): Call<O> {
  const { policy, idempotent = false, if_match = false, upload = false } = operation
  const principal = policy === 'public' ? null : callerOf(request).principal
  const writes = !isDryRun(operation, request)
  const key = idempotent && writes && !upload ? keyUse(request) : null
  const seen = if_match && writes ? readIfMatch(request.headers['if-match']) : ''
  // The router's schemas have parsed these parts; the operation's types say as what.
  return {
    params: request.params,
    query: request.query,
    body: request.body,
    principal,
    key,
    if_match: seen,
    audience: audienceOf(request),
    request,
  } as Call<O>
}

function isDryRun({ dry_run = false }: Operation, { query }: FastifyRequest): boolean {
  return dry_run && (query as { dry_run?: boolean }).dry_run === true
}

function keyUse(request: FastifyRequest): KeyUse {
  const { method, url, query, body, headers } = request
  const [path = ''] = url.split('?')
  const paper = (body as { signed_paper_id?: string } | undefined)?.signed_paper_id ?? null
  const { service_account_id } = callerOf(request).principal
  const asked = { method, path, query, body, on_behalf_of: paper, service_account_id }
  return { key: readKey(headers['idempotency-key']), fingerprint: fingerprintOf(asked) }
}
