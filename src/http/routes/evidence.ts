import type { FastifyInstance, FastifyRequest } from 'fastify'
import { CommandError } from '../../commands/errors.js'
import { mayOpen, recordEvidence } from '../../commands/evidence.js'
import type { Answer } from '../../commands/once.js'
import { evidenceOperations as operations } from '../../contracts/evidence.js'
import { type Evidence, findEvidence } from '../../db/evidence.js'
import { attachmentHeader } from '../../files/file-name.js'
import { addMultipart } from '../external/multipart.js'
import { success } from '../frame/answers.js'
import { bind, NO_QUERY, send } from '../frame/bind.js'
import { callerOf } from '../frame/caller.js'
import { isUnchanged } from '../frame/etag.js'
import { fileTime } from '../frame/file-time.js'
import { fingerprintOf, readKey } from '../frame/idempotency-key.js'
import { routerPath } from '../frame/methods.js'
import { admission } from '../frame/policy.js'
import { ProblemError } from '../frame/problem-error.js'
import { readAs, readingBelow } from '../reading.js'
import { headOfEvidence } from './evidence-head.js'
import type { RouteDeps } from './room.js'
import { checkRoom, drain, freeWhenLate, readUpload, unitOf } from './upload.js'

const MEBIBYTE = 1024 * 1024

/** Files that prove something: streamed in, kept under their hash, handed out as attachments. */
export async function evidenceRoutes(app: FastifyInstance, deps: RouteDeps): Promise<void> {
  const { commands, files, line, settings } = deps
  const { pool } = commands
  const { uploadEvidence, downloadEvidence } = operations
  const bodyLimit = settings.maxFileBytes + MEBIBYTE

  async function receive(request: FastifyRequest): Promise<Answer> {
    const { principal } = callerOf(request)
    const key = readKey(request.headers['idempotency-key'])
    const { fields, end, ...upload } = await readUpload(request)
    const unit_id = unitOf(principal, fields.unit_id)
    const coming = Number(request.headers['content-length'] ?? 0)
    await checkRoom(pool, principal, unit_id, { coming, unit_bytes: settings.maxUnitBytes })
    const name = fields.name ?? upload.name
    const {
      file: arrived,
      keep,
      discard,
    } = await files.receive(upload.stream, {
      name,
      declared_type: upload.declared_type,
    })
    try {
      await end()
      const { metadata, ...file } = arrived
      const body = { ...fields, sha256: file.sha256, name: file.name }
      const { method, url: path } = request
      const { service_account_id } = principal
      const asked = { method, path, query: {}, body, on_behalf_of: null, service_account_id }
      const fingerprint = fingerprintOf(asked)
      const entry = {
        ...{ principal, key: { key, fingerprint }, file, metadata, keep, unit_id },
        captured_on: fields.captured_on ?? null,
        masked: fields.masked === 'true',
        unit_bytes: settings.maxUnitBytes,
        scanned: settings.scanning,
      }
      return await line.run(`${principal.person_id} ${key}`, fingerprint, () =>
        recordEvidence(commands, entry, (evidence) =>
          success(uploadEvidence, present(evidence), {
            location: `/v1/evidence/${evidence.id}/metadata`,
          }),
        ),
      )
    } finally {
      // Only what was registered is kept: whatever was refused, or answered before, would lie outside every limit.
      await discard()
    }
  }

  // In a room of its own: only here is multipart spoken, and here nothing else.
  await app.register(async (room) => {
    room.removeAllContentTypeParsers()
    await addMultipart(room, settings.maxFileBytes)
    room.route({
      method: uploadEvidence.method,
      url: uploadEvidence.path,
      config: admission(uploadEvidence),
      schema: { querystring: NO_QUERY },
      handlerTimeout: fileTime(settings.maxFileBytes),
      bodyLimit,
      handler: async (request, reply) => {
        freeWhenLate(request, reply)
        try {
          return await send(request, reply, await receive(request), uploadEvidence)
        } catch (error) {
          drain(request.raw, bodyLimit)
          throw error
        }
      },
    })
  })

  app.route({
    method: downloadEvidence.method,
    exposeHeadRoute: false,
    url: routerPath(downloadEvidence.path),
    config: admission(downloadEvidence),
    handlerTimeout: fileTime(settings.maxFileBytes),
    schema: { params: downloadEvidence.params, querystring: NO_QUERY },
    handler: async (request, reply) => {
      const { id } = request.params as { id: string }
      const { principal } = callerOf(request)
      const evidence = await readAs(pool, principal, (h) => findEvidence(h, id))
      if (!evidence || !mayOpen(principal, evidence)) throw new CommandError('NOT_FOUND')
      checkReleased(evidence, settings.scanning)
      const etag = `"${evidence.sha256}"`
      reply.header('etag', etag)
      if (isUnchanged(request.headers['if-none-match'], etag)) return reply.status(304).send()
      const { size, stream } = await files.open(evidence.sha256)
      request.raw.on('close', () => stream.destroy())
      return reply
        .header('content-disposition', attachmentHeader(evidence.name))
        .header('content-security-policy', "sandbox; default-src 'none'")
        .header('content-length', size)
        .type(evidence.type)
        .send(stream)
    },
  })

  headOfEvidence(app, deps)

  bind(app, line, operations.getEvidenceMetadata, async ({ params, principal }) => {
    const evidence = await readAs(pool, readingBelow(principal), (h) => findEvidence(h, params.id))
    if (!evidence || !mayOpen(principal, evidence)) throw new CommandError('NOT_FOUND')
    return success(operations.getEvidenceMetadata, present(evidence))
  })
}

/** Nothing a scanner is asked about leaves before it was found clean; what was refused stays where it is. */
function checkReleased({ scan_state }: Evidence, scanning: boolean): void {
  if (scan_state === 'infected') throw new ProblemError('FILE_INFECTED')
  const released = scan_state === 'clean' || (scan_state === 'unscanned' && !scanning)
  if (!released) throw new ProblemError('BEING_SCANNED')
}

function present({ office_id: _, ...evidence }: Evidence) {
  return evidence
}
