import { createHash, randomBytes } from 'node:crypto'

/** What every key begins with: it tells a key from a token, and lets scanners find one that was left lying about. */
const PREFIX = 'zgk_'
const NAME_BYTES = 4
const SECRET_BYTES = 32
const CHECK_DIGITS = 8
const FORM = /^zgk_([0-9a-f]{8})[0-9a-f]{64}[0-9a-f]{8}$/

/** A key as it is made. Only `hash` and `hint` are kept. */
export interface ApiKey {
  /** Shown once: prefix, a name of 32 bits, a secret of 256 bits, a checksum. */
  key: string
  /** Its SHA-256: a secret of so many bits needs no slower one. */
  hash: string
  /** Prefix and name, by which people tell their keys apart. */
  hint: string
}

/** A key nobody has. */
export function newApiKey(): ApiKey {
  const hint = PREFIX + randomBytes(NAME_BYTES).toString('hex')
  const open = hint + randomBytes(SECRET_BYTES).toString('hex')
  const key = open + checksum(open)
  return { key, hash: sha256(key), hint }
}

/** Whether what a request bears is meant as a key. */
export function isApiKey(bearer: string): boolean {
  return bearer.startsWith(PREFIX)
}

/** The hash by which a key is looked up; null for what nobody was ever given: a slip, or cut off. */
export function hashOfKey(key: string): string | null {
  const open = key.slice(0, -CHECK_DIGITS)
  return FORM.test(key) && key === open + checksum(open) ? sha256(key) : null
}

function checksum(open: string): string {
  return sha256(open).slice(0, CHECK_DIGITS)
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
