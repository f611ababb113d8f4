import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { CommandError } from '../../commands/errors.js'
import { forgetHits, receiveHits } from '../../commands/hits/receive.js'
import { startHitImport } from '../../commands/hits/start.js'
import type { Answer } from '../../commands/once.js'
import type { Language } from '../../contracts/errors.js'
import { FIELD_CODES, fieldWords } from '../../contracts/field-errors.js'
import { type hitBatch, hitOperations as operations } from '../../contracts/hits.js'
import {
  findHitImport,
  type HitLinePlace,
  type ListedHitLine,
  listHitLines,
} from '../../db/hit-import.js'
import { success } from '../frame/answers.js'
import { bind, NO_QUERY, send } from '../frame/bind.js'
import { callerOf } from '../frame/caller.js'
import { fileTime } from '../frame/file-time.js'
import { fingerprintOf, readKey } from '../frame/idempotency-key.js'
import { routerPath } from '../frame/methods.js'
import { pageRequest } from '../frame/page.js'
import { admission } from '../frame/policy.js'
import { ProblemError } from '../frame/problem-error.js'
import { type HitArrival, hitsInBatch, hitsInLines, NDJSON_BYTES } from '../hit-lines.js'
import { presentJob } from '../present/job.js'
import { readAs } from '../reading.js'
import type { RouteDeps } from './room.js'

/** What an inspection tool sends at once: kept before it is answered for; and what became of each line. */
export async function hitImportRoutes(app: FastifyInstance, deps: RouteDeps): Promise<void> {
  const { commands, cursors, line } = deps
  const { importHits, listHitLines: listed } = operations

  // In a room of its own: only here are lines of JSON spoken.
  await app.register(async (room) => {
    room.addContentTypeParser('application/x-ndjson', (_request, body, done) => done(null, body))
    room.route({
      method: importHits.method,
      url: routerPath(importHits.path),
      config: admission(importHits),
      schema: {
        params: importHits.params,
        querystring: NO_QUERY,
        body: { content: { 'application/json': { schema: importHits.body } } },
      },
      handlerTimeout: fileTime(NDJSON_BYTES),
      bodyLimit: importHits.body_limit,
      preValidation: async (request) => {
        // Compressed bytes have line feeds too: each piece would be a line that is none.
        const packed = request.headers['content-encoding'] ?? 'identity'
        if (request.body === undefined || packed !== 'identity')
          throw new ProblemError('MEDIA_TYPE')
      },
      handler: async (request, reply) =>
        send(request, reply, await importOnce(deps, request), importHits),
    })
  })

  bind(app, line, listed, async ({ params, query, principal, audience }) => {
    const page = pageRequest<HitLinePlace>(cursors, listed, query, principal)
    const { result } = query
    const [found, rows] = await readAs(commands.pool, principal, (h) =>
      Promise.all([
        findHitImport(h, params.id, params.tool),
        listHitLines(h, { import_id: params.id, result }, page),
      ]),
    )
    if (!found) throw new CommandError('NOT_FOUND')
    const place = ({ number }: ListedHitLine) => ({ number })
    const present = (row: ListedHitLine) => presentLine(row, audience.language)
    return success(listed, page.of(rows, place, present))
  })
}

/** Keeps what is sent and starts the job that takes it, once for each key: what arrives again is dropped again. */
async function importOnce({ commands, line }: RouteDeps, request: FastifyRequest): Promise<Answer> {
  const { importHits } = operations
  const { principal } = callerOf(request)
  const key = readKey(request.headers['idempotency-key'])
  const { tool } = request.params as z.output<typeof importHits.params>
  const { pages, print } = arrivalOf(request)
  const received = await receiveHits(commands, { principal, tool, pages })
  const { method, url: path } = request
  const asked = { method, path, query: {}, body: print(), on_behalf_of: null }
  const fingerprint = fingerprintOf(asked)
  const entry = { principal, key: { key, fingerprint }, tool, received }
  const location = `/v1/operations/${received.id}`
  try {
    return await line.run(`${principal.person_id} ${key}`, fingerprint, () =>
      startHitImport(commands, entry, (job) => success(importHits, presentJob(job), { location })),
    )
  } finally {
    // Sent again, or refused: what arrived this time is nobody's. Where this fails it is forgotten with the next.
    await forgetHits(commands, principal, received.id).catch(ignore)
  }
}

function ignore(): void {}

/** Lines are read as they come; JSON has been read, and judged by its contract. */
function arrivalOf({ body }: FastifyRequest): HitArrival {
  return body instanceof Readable
    ? hitsInLines(body)
    : hitsInBatch(body as z.output<typeof hitBatch>)
}

function presentLine(
  { import_id: _, fault_field: pointer, fault_code, ...line }: ListedHitLine,
  language: Language,
) {
  const code = FIELD_CODES.find((known) => known === fault_code)
  if (pointer === null || code === undefined) return { ...line, fault: null }
  return { ...line, fault: { pointer, code, message: fieldWords(code, language) } }
}
