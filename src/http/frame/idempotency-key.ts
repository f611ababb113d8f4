import { createHash } from 'node:crypto'
import { canonicalText } from '../../domain/chain.js'
import { headerFault, ProblemError } from './problem-error.js'

/**
 * The key of an Idempotency-Key header, with or without the quotes of a structured field. Throws KEY_REQUIRED when
 * it is missing, VALIDATION_FAILED when it is longer than 200 characters or has others than letters, digits and `-_.:`.
 */
export function readKey(header: string | string[] | undefined): string {
  if (header === undefined) throw new ProblemError('KEY_REQUIRED')
  const given = typeof header === 'string' ? /^("?)([\w.:-]{1,200})\1$/.exec(header.trim()) : null
  if (!given?.[2]) {
    throw new ProblemError('VALIDATION_FAILED', [headerFault('Idempotency-Key', 'MALFORMED')])
  }
  return given[2]
}

/** What a key stands for: the same request always gives the same print, any other gives another. */
export interface Request {
  method: string
  /** With the ids in it, without the query. */
  path: string
  query: unknown
  body: unknown
  /** Whose signature the request rests on, if not the caller's own. */
  on_behalf_of: string | null
  /** The portal it came through; left out where the caller came themselves. */
  service_account_id?: string | undefined
}

/** SHA-256 over everything that makes a request what it is. */
export function fingerprintOf(request: Request): string {
  return createHash('sha256').update(canonicalText(request)).digest('hex')
}
