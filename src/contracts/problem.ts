import { z } from 'zod'
import { PROBLEM_CODES } from './errors.js'
import { FIELD_PROBLEM_CODES } from './field-errors.js'
import { named } from './named.js'

export const fieldProblem = named(
  'FieldProblem',
  z.strictObject({
    /** Which part of the request is meant. */
    in: z.enum(['body', 'query', 'path', 'header']),
    /** JSON Pointer into that part; for a header its name. */
    pointer: z.string(),
    /** The number of the finding, where a notice is refused line by line; of a file's line, where one was sent. */
    line: z.number().int().nullable(),
    code: z.enum(FIELD_PROBLEM_CODES),
    message: z.string(),
  }),
)

/** RFC 9457: what every answer of 400 and above looks like. */
export const problem = named(
  'Problem',
  z.strictObject({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.enum(PROBLEM_CODES),
    detail: z.string(),
    errors: z.array(fieldProblem),
    /** How many there are now, where another number was confirmed. */
    matched: z.number().int().optional(),
    traceId: z.string(),
  }),
)

/** A problem as a client reads it: what a newer server adds is ignored. */
export const readProblem = z.object({
  ...problem.shape,
  code: z.string(),
  errors: z.array(z.object({ ...fieldProblem.shape, code: z.string() })),
})

export type ReadProblem = z.infer<typeof readProblem>
export type FieldProblem = z.infer<typeof fieldProblem>
export type Problem = z.infer<typeof problem>

/** What the address in `type` answers. */
export const problemKind = named(
  'ProblemKind',
  z.strictObject({
    code: z.enum(PROBLEM_CODES),
    status: z.number().int(),
    title: z.strictObject({ zh: z.string(), en: z.string() }),
    detail: z.strictObject({ zh: z.string(), en: z.string() }),
  }),
)
