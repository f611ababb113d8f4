import { createHash } from 'node:crypto'
import { canonicalText } from '../../domain/chain.js'
import { headerFault, ProblemError } from './problem-error.js'

/** The strong ETag of a revision: `"3"`. */
export function strongTag(revision: number): string {
  return `"${revision}"`
}

/** The strong ETag of something without a revision: a digest of what it says. */
export function contentTag(content: unknown): string {
  const digest = createHash('sha256').update(canonicalText(content)).digest('base64url')
  return `"${digest.slice(0, 22)}"`
}

/**
 * The one strong tag of an If-Match. Throws IF_MATCH_REQUIRED when it is missing, VALIDATION_FAILED for a weak tag,
 * a list or `*`: none of them says what the caller has seen.
 */
export function readIfMatch(header: string | undefined): string {
  if (header === undefined) throw new ProblemError('IF_MATCH_REQUIRED')
  const tag = header.trim()
  if (!/^"[\x21\x23-\x7e]{1,100}"$/.test(tag)) {
    throw new ProblemError('VALIDATION_FAILED', [headerFault('If-Match', 'MALFORMED')])
  }
  return tag
}

/** No revision is ever this, so a tag that names none is stale. */
const NEVER = -1

/** The revision a tag names. */
export function revisionOf(tag: string): number {
  return /^"\d{1,9}"$/.test(tag) ? Number(tag.slice(1, -1)) : NEVER
}

/** Whether an If-None-Match names the tag; weak comparison (RFC 9110, 13.1.2). */
export function isUnchanged(header: string | undefined, tag: string): boolean {
  const given = (header ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''))
  return given.includes(tag) || given.includes('*')
}
