import { REJECTIONS, type RejectionCode } from '../domain/vocabulary.js'
import type { ErrorEntry, Words } from './error-words.js'
import { HTTP_CODES, HTTP_ERRORS, type HttpCode } from './http-errors.js'
import { REJECTION_ERRORS } from './rejection-errors.js'

export type ProblemCode = RejectionCode | HttpCode
export type Language = 'zh' | 'en'

export const PROBLEM_CODES: readonly [ProblemCode, ...ProblemCode[]] = [
  ...HTTP_CODES,
  ...REJECTIONS,
]

/** Every code with its one status and its words in both languages. */
export const ERRORS: Readonly<Record<ProblemCode, ErrorEntry>> = {
  ...HTTP_ERRORS,
  ...REJECTION_ERRORS,
}

/** Title and sentence of a code; Chinese unless English is asked for. */
export function wordsOf(code: ProblemCode, language: Language = 'zh'): Words {
  return ERRORS[code][language]
}

/** The stable address of a kind of problem; it can be fetched and explains itself. */
export function typeOf(code: ProblemCode): string {
  return `/v1/problems/${code}`
}
