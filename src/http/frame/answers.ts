import { z } from 'zod'
import type { Answer } from '../../commands/once.js'
import { ERRORS, type ProblemCode } from '../../contracts/errors.js'
import type { Operation } from '../../contracts/operation.js'
import type { Rejection } from '../../domain/situation.js'
import { strongTag } from './etag.js'
import { type Audience, problemOf } from './problem.js'
import type { FieldFault } from './problem-error.js'

type Body<O extends Operation> = O['response'] extends z.ZodType ? z.input<O['response']> : never

/**
 * The answer of an operation that succeeded, judged by its contract before anything is committed: a field that is
 * not described ends the request instead of leaving the house.
 */
export function success<O extends Operation>(
  operation: O,
  body: Body<O>,
  extra: { etag?: string; location?: string } = {},
): Answer {
  const { etag = null, location = null } = extra
  const described: z.ZodType = operation.response ?? z.never()
  return { status: operation.status, body: z.encode(described, body), etag, location }
}

/** A refusal as an answer, to be kept under its key where it is one that is kept. */
export function refusal(
  to: Audience,
  code: ProblemCode,
  faults: readonly FieldFault[] = [],
  etag: string | null = null,
): Answer {
  return { status: ERRORS[code].status, body: problemOf(to, code, faults), etag }
}

/** The refusal of a rule, pointing at the field it is about. */
export function rejected(to: Audience, { code, field }: Rejection): Answer {
  return refusal(to, code, field === null ? [] : [{ in: 'body', pointer: field, code }])
}

/** The refusal of somebody who has seen an older revision, with the current one. */
export function stale(to: Audience, revision: number): Answer {
  return refusal(to, 'STALE', [], strongTag(revision))
}
