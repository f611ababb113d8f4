import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Principal } from '../../commands/principal.js'
import { evidenceForm } from '../../contracts/evidence.js'
import { bytesOfUnit } from '../../db/evidence.js'
import type { Pool } from '../../db/pool.js'
import { findUnit } from '../../db/unit.js'
import { ProblemError } from '../frame/problem-error.js'
import { readAs } from '../reading.js'

/** The one file of an upload, still on its way, and the fields that came before it. */
export interface Upload {
  stream: Readable
  name: string
  declared_type: string
  fields: z.output<typeof evidenceForm>
  /** Reads on to the end; throws VALIDATION_FAILED for whatever comes after the file. */
  end: () => Promise<void>
}

/**
 * Reads an upload up to its file. Throws VALIDATION_FAILED for fields that are not described, repeated or malformed,
 * and where there is no file; MEDIA_TYPE for anything but multipart.
 */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) throw new ProblemError('MEDIA_TYPE')
  const given: Record<string, unknown> = {}
  const parts = request.parts()
  for (let next = await parts.next(); !next.done; next = await parts.next()) {
    const part = next.value
    if (part.type === 'field') {
      if (Object.hasOwn(given, part.fieldname)) throw wrong(part.fieldname, 'MALFORMED')
      given[part.fieldname] = part.value
      continue
    }
    if (part.fieldname !== 'file') throw wrong(part.fieldname, 'UNKNOWN_FIELD')
    const { file: stream, filename: name, mimetype: declared_type } = part
    const parsed = evidenceForm.safeParse(given)
    if (parsed.success) {
      const end = () => readToEnd(parts)
      return { stream, name, declared_type, fields: parsed.data, end }
    }
    stream.resume()
    const [issue] = parsed.error.issues
    const unknown = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined
    if (unknown !== undefined) throw wrong(unknown, 'UNKNOWN_FIELD')
    const field = String(issue?.path[0] ?? '')
    throw wrong(field, Object.hasOwn(given, field) ? 'MALFORMED' : 'REQUIRED')
  }
  throw wrong('file', 'REQUIRED')
}

/**
 * Frees an upload whose time is over, once its sender was told so. An answer before the end of a request leaves it
 * paused for good, and with it the file it was being written to: nobody else would hear of the broken connection.
 */
export function freeWhenLate({ raw, signal }: FastifyRequest, reply: FastifyReply): void {
  const late = () => {
    if (!raw.readableEnded) reply.raw.once('finish', () => raw.destroy())
  }
  signal.addEventListener('abort', late, { once: true })
}

/**
 * Reads and throws away what still comes of a refused upload, so that its sender is not kept waiting and hears why; one
 * that sends on beyond `most` bytes is cut off.
 */
export function drain(raw: IncomingMessage, most: number): void {
  let left = most
  raw.unpipe()
  raw.on('data', (chunk: Buffer) => {
    left -= chunk.length
    if (left < 0) raw.destroy()
  })
  raw.resume()
}

/** A field that comes too late would be ignored, and a second file lost: neither is taken for granted. */
async function readToEnd(parts: ReturnType<FastifyRequest['parts']>): Promise<void> {
  let first: string | undefined
  for await (const part of parts) {
    if (part.type === 'file') part.file.resume()
    first ??= part.fieldname
  }
  if (first !== undefined) throw wrong(first, 'UNKNOWN_FIELD')
}

/**
 * Whose the file becomes: for a unit's people a unit of theirs, the only one unless named; for the office the unit
 * named, or its own. Throws VALIDATION_FAILED where it has to be named, UNKNOWN_REFERENCE where it is not theirs.
 */
export function unitOf({ scope, units }: Principal, named: string | undefined): string | null {
  if (scope !== 'unit') return named ?? null
  if (named === undefined && units.length > 1) throw wrong('unit_id', 'REQUIRED')
  const unit = named ?? units[0]
  if (unit === undefined || !units.includes(unit)) throw unknownUnit()
  return unit
}

/** What a form adds to its file at most: a few short fields. */
const FORM_BYTES = 32 * 1024

/**
 * Before a byte of a file is read: throws UNKNOWN_REFERENCE for a unit the office does not have, STORAGE_EXCEEDED where
 * what is `coming` cannot fit. Whether it fits is decided when it is entered, while nothing else is.
 */
export async function checkRoom(
  pool: Pool,
  principal: Principal,
  unit_id: string | null,
  { coming, unit_bytes }: { coming: number; unit_bytes: number },
): Promise<void> {
  if (unit_id === null) return
  const [unit, used] = await readAs(pool, principal, (h) =>
    Promise.all([findUnit(h, unit_id), bytesOfUnit(h, principal.office_id, unit_id, null)]),
  )
  if (!unit) throw unknownUnit()
  if (used + coming - FORM_BYTES > unit_bytes) throw new ProblemError('STORAGE_EXCEEDED')
}

/** The refusal of a unit that there is not, or that is not the caller's. */
export function unknownUnit(): ProblemError {
  const fault = { in: 'body', pointer: '/unit_id', code: 'UNKNOWN_ID' } as const
  return new ProblemError('UNKNOWN_REFERENCE', [fault])
}

function wrong(field: string, code: 'REQUIRED' | 'UNKNOWN_FIELD' | 'MALFORMED'): ProblemError {
  return new ProblemError('VALIDATION_FAILED', [{ in: 'body', pointer: `/${field}`, code }])
}
