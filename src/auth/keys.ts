import { readFile } from 'node:fs/promises'
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
} from 'jose'
import { AuthError } from './auth-error.js'
import type { KeySource } from './issuer.js'

/** How long after one look for an unknown key another is made; so many made-up key ids cost one look. */
const COOL_DOWN_MS = 30_000
const REMOTE = { timeoutDuration: 5_000, cooldownDuration: COOL_DOWN_MS, cacheMaxAge: 600_000 }

/** Faults of what the token asks for; every other failure of a look-up is one of the place where the keys are. */
const OF_THE_TOKEN = [
  errors.JWKSNoMatchingKey,
  errors.JWKSMultipleMatchingKeys,
  errors.JOSENotSupported,
]

/**
 * The function that finds the key of a token. A new key of a file or an address is found without a restart. Throws
 * AuthError UNAVAILABLE when the keys cannot be had, and jose's own error when there is no such key or several fit.
 */
export function keyFinder(source: KeySource): JWTVerifyGetKey {
  if (source.kind === 'keys') return createLocalJWKSet(source.keys)
  if (source.kind === 'file') return fromFile(source.path)
  const find = createRemoteJWKSet(new URL(source.url), REMOTE)
  return async (header, token) => {
    try {
      return await find(header, token)
    } catch (error) {
      if (OF_THE_TOKEN.some((kind) => error instanceof kind)) throw error
      throw new AuthError('UNAVAILABLE', error)
    }
  }
}

function fromFile(path: string): JWTVerifyGetKey {
  let read: Promise<JWTVerifyGetKey> | null = null
  let readAt = 0
  const load = () => {
    readAt = Date.now()
    read = readFile(path, 'utf8').then((text) =>
      createLocalJWKSet(JSON.parse(text) as JSONWebKeySet),
    )
    read.catch(() => {
      read = null
    })
    return read
  }
  const current = async () => {
    try {
      return await (read ?? load())
    } catch (error) {
      throw new AuthError('UNAVAILABLE', error)
    }
  }
  return async (header, token) => {
    try {
      return await (await current())(header, token)
    } catch (error) {
      const unknown = error instanceof errors.JWKSNoMatchingKey
      if (!unknown || Date.now() - readAt < COOL_DOWN_MS) throw error
      read = null
      return (await current())(header, token)
    }
  }
}
