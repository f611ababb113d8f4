import type { NewEvent, Texts } from './events.js'
import type { Instant } from './instant.js'
import type { Audience } from './vocabulary.js'

export const CHAIN_VERSION = 1

/** Hashes a text to lower-case hex; the caller says by which function (SHA-256). */
export type HashText = (text: string) => string

export interface Origin {
  office_id: string
  notice_id: string
  finding_id: string
}

export interface ChainLink {
  /** The exact text that was hashed. */
  canonical: string
  previous_hash: string
  hash: string
}

/** What the first link hangs on: it binds office, notice, finding and the version of the chain. */
export function genesis(hash: HashText, origin: Origin): string {
  return hash(canonicalText({ chain_version: CHAIN_VERSION, ...origin }))
}

/** An event with what its storing adds. */
export type RecordedEvent = NewEvent & {
  seq: number
  at: Instant
  unit_id: string | null
  audience: Audience
}

/**
 * The link of an event: its codes and dates in clear, its names and texts as digests salted with `salt`, so that
 * erasing salt and text later leaves the chain valid.
 */
export function linkEvent(
  hash: HashText,
  origin: Origin,
  event: RecordedEvent,
  salt: string,
  previous_hash: string,
): ChainLink {
  const texts = event.texts && digests(hash, event.texts, salt)
  const canonical = canonicalOf(origin, event, texts, previous_hash)
  return { canonical, previous_hash, hash: hash(canonical) }
}

/** The exact text of a link, of nothing but what the chain protects. */
export function canonicalOf(
  origin: Origin,
  { type, data, effective_at, actor, seq, at, unit_id, audience }: RecordedEvent,
  texts: unknown,
  previous_hash: string,
): string {
  return canonicalText({
    chain_version: CHAIN_VERSION,
    ...origin,
    type,
    data,
    effective_at,
    actor,
    seq,
    at,
    unit_id,
    audience,
    texts,
    previous_hash,
  })
}

/** Salted digest of every text by field; the same texts and salt always give the same digests. */
export function digests(hash: HashText, texts: Texts, salt: string): Texts {
  return Object.fromEntries(
    Object.entries(texts).map(([field, text]) => [field, hash(`${salt}\n${field}\n${text}`)]),
  )
}

/** JSON with keys in code-unit order and no spaces: one text for one value. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null)
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalText(inner)}`).join(',')}}`
}
