import { ERRORS, type Language, type ProblemCode, typeOf, wordsOf } from '../../contracts/errors.js'
import { fieldWords, scopeWords } from '../../contracts/field-errors.js'
import type { Problem } from '../../contracts/problem.js'
import type { FieldFault } from './problem-error.js'

/** Whom a problem is told to, and how to find it in the log. */
export interface Audience {
  language: Language
  traceId: string
}

/** A problem in words (RFC 9457). */
export function problemOf(
  { language, traceId }: Audience,
  code: ProblemCode,
  faults: readonly FieldFault[] = [],
): Problem {
  const { title, detail } = wordsOf(code, language)
  const errors = faults.map((fault) => ({
    in: fault.in,
    pointer: fault.pointer,
    line: fault.line ?? null,
    code: fault.code,
    message: fault.scope ? scopeWords(fault.scope, language) : fieldWords(fault.code, language),
  }))
  return { type: typeOf(code), title, status: ERRORS[code].status, code, detail, errors, traceId }
}
