import type { NewEvent, Texts } from './events.js'
import type { Instant } from './instant.js'
import type { Audience } from './vocabulary.js'

/** How the first link names what it hangs on. */
export const CHAIN_VERSION = 1

/**
 * How a link is written. In the second way one without texts, which are salted, has a nonce: the hash of an event that
 * somebody may not read stands in the next one, and must not let its days be guessed. Links of both stand in one chain.
 */
export type LinkForm = { version: 1 } | { version: 2; nonce: string | null }

/**
 * Hashes a text; what it gives says by which function: plain lower-case hex is SHA-256, hex behind `sm3:` is SM3. A
 * chain keeps to the function it began with, named by `like`, one of its hashes; for a new one the process decides.
 */
export type HashText = (text: string, like?: string | null) => string

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

/**
 * What the first link hangs on: it binds office, notice, finding and the version of the chain, and by its form the
 * function of all hashes that follow.
 */
export function genesis(hash: HashText, origin: Origin, like: string | null = null): string {
  return hash(canonicalText({ chain_version: CHAIN_VERSION, ...origin }), like)
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
 * erasing salt and text later leaves the chain valid. Where there are none the salt is its nonce, which is kept nowhere
 * but in the link's text.
 */
export function linkEvent(
  hash: HashText,
  origin: Origin,
  event: RecordedEvent,
  salt: string,
  previous_hash: string,
): ChainLink {
  const texts = event.texts && digests(hash, event.texts, salt, previous_hash)
  const form = { version: 2, nonce: texts ? null : salt } as const
  const canonical = canonicalOf(origin, event, { texts, previous_hash, form })
  return { canonical, previous_hash, hash: hash(canonical, previous_hash) }
}

/** The exact text of a link, of nothing but what the chain protects. */
export function canonicalOf(
  origin: Origin,
  { type, data, effective_at, actor, seq, at, unit_id, audience }: RecordedEvent,
  { texts, previous_hash, form }: { texts: unknown; previous_hash: string; form: LinkForm },
): string {
  const { office_id, notice_id, finding_id } = origin
  const { person_id, role, signed_paper_id, service_account_id } = actor
  const through =
    service_account_id === undefined ? '' : `"service_account_id":${word(service_account_id)},`
  // As `canonicalText` would write it, without sorting the same names for every event that is verified. Instants, hashes
  // and what the chain hangs on are of this house's own making and have nothing that JSON writes otherwise.
  return (
    `{"actor":{"person_id":${word(person_id)},"role":${word(role)},${through}` +
    `"signed_paper_id":${word(signed_paper_id)}},"at":"${at}","audience":${word(audience)}` +
    `,"chain_version":${form.version},"data":${canonicalText(data)}` +
    `,"effective_at":"${effective_at}","finding_id":"${finding_id}"` +
    `${form.version === 2 ? `,"nonce":${word(form.nonce)}` : ''},"notice_id":"${notice_id}","office_id":"${office_id}"` +
    `,"previous_hash":"${previous_hash}","seq":${seq},"texts":${canonicalText(texts)}` +
    `,"type":${word(type)},"unit_id":${word(unit_id)}}`
  )
}

/** How a link was written, by its own text. Between quotes that are not escaped no word anybody wrote can stand. */
export function formOf(canonical: string): LinkForm {
  const nonce = /,"nonce":(?:"([^"]*)"|null),"notice_id":/.exec(canonical)
  return nonce ? { version: 2, nonce: nonce[1] ?? null } : { version: 1 }
}

/** Salted digest of every text by field; the same texts and salt always give the same digests. */
export function digests(
  hash: HashText,
  texts: Texts,
  salt: string,
  like: string | null = null,
): Texts {
  return Object.fromEntries(
    Object.entries(texts).map(([field, text]) => [field, hash(`${salt}\n${field}\n${text}`, like)]),
  )
}

/** JSON with keys in code-unit order and no spaces: one text for one value. */
export function canonicalText(value: unknown): string {
  if (typeof value === 'string') return word(value)
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`
  if (!hasKeys(value)) return JSON.stringify(value ?? null)
  let text = ''
  for (const key of inOrder(Object.keys(value))) {
    const inner = value[key]
    if (inner === undefined) continue
    text += `${text === '' ? '' : ','}${word(key)}:${canonicalText(inner)}`
  }
  return `{${text}}`
}

function hasKeys(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

/** Mostly they are already, and looking is quicker than sorting. */
function inOrder(keys: string[]): string[] {
  const early = keys.some((key, index) => index > 0 && key < (keys[index - 1] ?? ''))
  return early ? keys.sort() : keys
}

/** What JSON writes as it stands: no quotes, backslashes or controls, and no halves of a pair. */
const PLAIN = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/

/** As JSON writes it. Most words are codes and ids, which stand as they are: that is far quicker than asking. */
function word(text: string | null): string {
  if (text === null) return 'null'
  return PLAIN.test(text) ? `"${text}"` : JSON.stringify(text)
}
