import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose'
import type { Algorithm, Issuer } from '../../src/auth/issuer.js'

export const ISSUER = 'https://login.example'
export const AUDIENCE = 'zhenggai'

export interface KeyPair {
  secret: CryptoKey
  open: JWK
  alg: Algorithm
}

/** A fresh pair whose public half carries its id. */
export async function keyPair(alg: Algorithm, kid: string): Promise<KeyPair> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true })
  return { secret: privateKey, open: { ...(await exportJWK(publicKey)), kid, alg }, alg }
}

/** An issuer that signs with these keys. */
export function issuerWith(keys: readonly KeyPair[], more: Partial<Issuer> = {}): Issuer {
  return {
    issuer: ISSUER,
    audience: AUDIENCE,
    algorithms: [...new Set(keys.map(({ alg }) => alg))],
    keys: { kind: 'keys', keys: { keys: keys.map(({ open }) => open) } },
    ...more,
  }
}

export const now = () => Math.floor(Date.now() / 1_000)

/** A token as an honest issuer makes it; claims and header given take the place of its own, undefined removes them. */
export function token(
  { secret, open, alg }: KeyPair,
  claims: Record<string, unknown> = {},
  header: Record<string, unknown> = {},
): Promise<string> {
  const usual = { iss: ISSUER, aud: AUDIENCE, sub: 'someone', iat: now(), exp: now() + 600 }
  return new SignJWT({ ...usual, ...claims })
    .setProtectedHeader({ alg, typ: 'at+jwt', ...(open.kid ? { kid: open.kid } : {}), ...header })
    .sign(secret, { crit: { 'x-need': true } })
}
