import type { FastifyError, FastifyRequest } from 'fastify'
import { AuthError } from '../../auth/auth-error.js'
import { CommandError, type CommandErrorCode, type RefusedField } from '../../commands/errors.js'
import type { HttpCode } from '../../contracts/http-errors.js'
import { DatabaseError, type DatabaseErrorCode } from '../../db/errors.js'
import { EvidenceError, type EvidenceErrorCode } from '../../files/evidence-error.js'
import { PaperError } from '../../notices/paper.js'
import { strongTag } from './etag.js'
import { faultsOf, type RequestPart } from './faults.js'
import { type FieldFault, ProblemError } from './problem-error.js'

const OF_DATABASE: Readonly<Record<DatabaseErrorCode, HttpCode>> = {
  LOCK_TIMEOUT: 'LOCKED',
  SERIALIZATION: 'LOCKED',
  DEADLOCK: 'LOCKED',
  UNIQUE: 'ALREADY_EXISTS',
  FOREIGN_KEY: 'UNKNOWN_REFERENCE',
  EXCLUSION: 'DUTIES_APART',
  UNFIT_VALUE: 'VALIDATION_FAILED',
  TIMEOUT: 'UNAVAILABLE',
  UNAVAILABLE: 'UNAVAILABLE',
}

const OF_EVIDENCE: Readonly<Record<EvidenceErrorCode, HttpCode>> = {
  TOO_LARGE: 'BODY_TOO_LARGE',
  EMPTY_FILE: 'FILE_REFUSED',
  TYPE_NOT_ALLOWED: 'FILE_REFUSED',
  ACTIVE_CONTENT: 'FILE_ACTIVE',
  ARCHIVE_UNSAFE: 'ARCHIVE_UNSAFE',
  PICTURE_TOO_LARGE: 'PICTURE_TOO_LARGE',
  SECRECY_MARKED: 'SECRECY_MARKED',
  UPLOAD_ABORTED: 'VALIDATION_FAILED',
  NOT_FOUND: 'NOT_FOUND',
  CORRUPT: 'INTERNAL',
  STORE_AWAY: 'UNAVAILABLE',
}

const OF_STATUS: Readonly<Record<number, HttpCode>> = {
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  406: 'MEDIA_TYPE',
  413: 'BODY_TOO_LARGE',
  415: 'MEDIA_TYPE',
  503: 'UNAVAILABLE',
}

/** Whatever was thrown, as the problem it is; what nobody foresaw is INTERNAL and says nothing. */
export function refusalOf(error: unknown, request: FastifyRequest): ProblemError {
  if (error instanceof ProblemError) return error
  if (error instanceof AuthError) return new ProblemError(error.code)
  if (error instanceof DatabaseError) return new ProblemError(OF_DATABASE[error.code])
  if (error instanceof EvidenceError) return new ProblemError(OF_EVIDENCE[error.code])
  if (error instanceof PaperError) return new ProblemError(error.code)
  if (error instanceof CommandError) {
    return new ProblemError(
      error.code,
      error.fields.map((one) => faultOf(error.code, one)),
      error.revision === null ? null : strongTag(error.revision),
    )
  }
  return isFastifyError(error) ? refusalOfFramework(error, request) : new ProblemError('INTERNAL')
}

/** A field that is refused, as it is told. */
export function faultOf(code: CommandErrorCode, { field, line }: RefusedField): FieldFault {
  return {
    in: 'body',
    pointer: field,
    code: code === 'ALREADY_EXISTS' ? 'TAKEN' : 'UNKNOWN_ID',
    line,
  }
}

function refusalOfFramework(error: FastifyError, request: FastifyRequest): ProblemError {
  if (error.validation) {
    const part: RequestPart = error.validationContext ?? 'body'
    return new ProblemError('VALIDATION_FAILED', faultsOf(request, part, error.validation))
  }
  if (error.code === 'FST_UNDER_PRESSURE') return new ProblemError('OVERLOADED')
  const { statusCode = 500 } = error
  const known = OF_STATUS[statusCode]
  if (known) return new ProblemError(known)
  return new ProblemError(statusCode >= 400 && statusCode < 500 ? 'VALIDATION_FAILED' : 'INTERNAL')
}

function isFastifyError(error: unknown): error is FastifyError {
  return error instanceof Error && 'statusCode' in error
}
