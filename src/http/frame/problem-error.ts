import type { ProblemCode } from '../../contracts/errors.js'
import type { FieldCode } from '../../contracts/field-errors.js'
import type { FieldProblem } from '../../contracts/problem.js'
import type { KeyScope } from '../../domain/service-account.js'
import type { RejectionCode } from '../../domain/vocabulary.js'

/** What is wrong with one part of the request, not yet in words. */
export interface FieldFault {
  in: FieldProblem['in']
  pointer: string
  code: FieldCode | RejectionCode
  line?: number | null
  /** What a key's account would have to be given. */
  scope?: KeyScope
}

/** Ends a request with a problem; `etag` tells a stale caller where things stand. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly code: ProblemCode
  readonly faults: readonly FieldFault[]
  readonly etag: string | null

  constructor(code: ProblemCode, faults: readonly FieldFault[] = [], etag: string | null = null) {
    super(code)
    this.code = code
    this.faults = faults
    this.etag = etag
  }
}

/** A header that is missing or malformed. */
export function headerFault(name: string, code: FieldCode): FieldFault {
  return { in: 'header', pointer: name, code }
}
