import { join } from 'node:path'
import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose'
import type { Issuer } from './issuer.js'
import { keptText } from './local-file.js'

/** The name of the issuer that `npm start` runs on one machine; a real office has its own. */
export const LOCAL_ISSUER = 'urn:zhenggai:local'
export const LOCAL_AUDIENCE = 'zhenggai'
const ALGORITHM = 'Ed25519'
const HOURS_12 = 43_200

export interface LocalIssuer {
  /** What a verifier has to know to take this issuer's tokens. */
  issuer: Issuer
  /** An access token for a subject, valid for so many seconds (twelve hours unless told). */
  mint(subject: string, seconds?: number): Promise<string>
}

/**
 * An issuer for one machine. Its Ed25519 key is made on the first call, kept in the folder, readable by its owner
 * alone, and the same for every process that asks.
 */
export async function openLocalIssuer(folder: string): Promise<LocalIssuer> {
  const text = await keptText(join(folder, 'issuer-key.json'), newKey)
  const secret = JSON.parse(text) as JWK & { kid: string }
  const key = await importJWK(secret, ALGORITHM)
  const { d: _, ...open } = secret
  return {
    issuer: {
      issuer: LOCAL_ISSUER,
      audience: LOCAL_AUDIENCE,
      algorithms: [ALGORITHM],
      keys: { kind: 'keys', keys: { keys: [open] } },
    },
    mint: (subject, seconds = HOURS_12) => {
      const now = Math.floor(Date.now() / 1_000)
      return new SignJWT({ auth_time: now })
        .setProtectedHeader({ alg: ALGORITHM, typ: 'at+jwt', kid: secret.kid })
        .setIssuer(LOCAL_ISSUER)
        .setAudience(LOCAL_AUDIENCE)
        .setSubject(subject)
        .setIssuedAt(now)
        .setNotBefore(now)
        .setExpirationTime(now + seconds)
        .sign(key)
    },
  }
}

async function newKey(): Promise<string> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true })
  const kid = crypto.randomUUID()
  return JSON.stringify({ ...(await exportJWK(privateKey)), kid, alg: ALGORITHM, use: 'sig' })
}
