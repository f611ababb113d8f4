import type { z } from 'zod'
import type { PersonRole } from '../domain/vocabulary.js'
import type { ProblemCode } from './errors.js'

/** Who may call: everybody, whoever has a token and a place in an office, or who holds one of the roles. */
export type Policy = 'public' | 'authenticated' | readonly PersonRole[]

/**
 * Everything there is to say about one endpoint. Routes, document and client are made from it; there is no
 * second description.
 */
export interface Operation {
  /** The operationId; also the name of the client's method. */
  id: string
  method: 'GET' | 'POST' | 'PATCH'
  /** With `{name}` for parameters, from the root. */
  path: `/${string}`
  tag: string
  /** In Chinese, for the documentation page. */
  summary: string
  policy: Policy
  /** May be called with the key of an inspection tool too, about what is its own. */
  tool_key?: boolean
  /** Much depends on it: a fresh and strong login is asked for where the configuration says so, and no key will do. */
  step_up?: boolean
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodType
  /** One of many that may be sent line by line (NDJSON) instead of the body. */
  ndjson?: z.ZodType
  /** In bytes, where the usual limit is too small. */
  body_limit?: number
  /** The status of success and what it says; null where a file or nothing is sent. */
  status: 200 | 201 | 202
  response: z.ZodType | null
  /** Other statuses that still answer with something else than a problem. */
  also?: { status: 200 | 202 | 503; response: z.ZodType }
  /** What may go wrong beside what the fields below imply. */
  errors?: readonly ProblemCode[]
  /** Wants an Idempotency-Key. */
  idempotent?: boolean
  /** Wants If-Match: a person acts on what they have seen. */
  if_match?: boolean
  /** With `?dry_run=true` nothing is written, so neither key nor If-Match is asked for. */
  dry_run?: boolean
  /** Answers with an ETag. */
  etag?: boolean
  /**
   * The ETag is a digest of all that is answered, so that a GET may be answered with 304. A revision is none: facts
   * it does not count, such as overdue, change beside it.
   */
  digest?: boolean
  /** The answer is signed as it stands: it hides by itself what its reader may not know, and nothing of it is altered later. */
  signed?: boolean
  /** The body is multipart/form-data with one file, and is not parsed by the schema. */
  upload?: boolean
  /** Instead of the body a form with one file may be sent. */
  file?: boolean
  /** The answer is a file: of any type, or of the named one. */
  download?: boolean | string
}

/** One entry of the table, with its literal types kept. */
export function operation<const O extends Operation>(described: O): O {
  return described
}

/** What a schema accepts and gives, or nothing where the operation has none. */
export type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined
export type Accepted<S> = S extends z.ZodType ? z.input<S> : undefined
