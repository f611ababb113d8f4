import { decodeJwt, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose'
import { AuthError } from './auth-error.js'
import type { Identity, Issuer, Verified } from './issuer.js'
import { keyFinder } from './keys.js'
import { rememberFor } from './recent.js'

const SKEW_SECONDS = 60
/** Who calls often is not judged each time; a key that was withdrawn reaches them within this time, milliseconds. */
export const REMEMBERED_MS = 15_000
const REMEMBERED_MAX = 2_000
/** Longer than any honest access token; what is longer is not looked at. */
const MAX_CHARACTERS = 8_192
/** The access token of RFC 9068; an ID token has another type. */
const TYPE = 'at+jwt'

export interface Verifier {
  /** Who the token speaks of. Throws AuthError. */
  verify(token: string): Promise<Verified>
}

/**
 * Judges access tokens of the issuers given: signature by one of the issuer's own keys and algorithms, issuer,
 * audience, type, and `exp`, `nbf` and `iat` with a minute of skew. A good token is remembered for seconds, never past its
 * end. Throws RangeError for two issuers of one name.
 */
export function createVerifier(issuers: readonly Issuer[]): Verifier {
  const known = new Map<string, { issuer: Issuer; find: JWTVerifyGetKey }>()
  for (const issuer of issuers) {
    if (known.has(issuer.issuer)) throw new RangeError(`issuer named twice: ${issuer.issuer}`)
    known.set(issuer.issuer, { issuer, find: keyFinder(issuer.keys) })
  }
  const judge = async (token: string): Promise<Judged> => {
    try {
      const trusted = known.get(issuerNamedIn(token))
      if (!trusted) throw new AuthError('UNAUTHENTICATED', 'unknown issuer')
      const { issuer, find } = trusted
      const { payload } = await jwtVerify(token, find, {
        issuer: issuer.issuer,
        audience: issuer.audience,
        algorithms: [...issuer.algorithms],
        typ: TYPE,
        clockTolerance: SKEW_SECONDS,
        requiredClaims: ['iss', 'sub', 'aud', 'exp', 'iat'],
      })
      const { auth_time, acr, exp = 0 } = payload
      const verified = {
        ...{ issuer: issuer.issuer, subject: subjectOf(payload) },
        auth_time: typeof auth_time === 'number' ? auth_time : null,
        acr: typeof acr === 'string' ? acr : null,
      }
      return { verified, ends: exp + SKEW_SECONDS }
    } catch (error) {
      if (error instanceof AuthError) throw error
      throw new AuthError('UNAUTHENTICATED', error, endedOf(error))
    }
  }
  const judged = rememberFor(REMEMBERED_MS, REMEMBERED_MAX, judge)
  return {
    async verify(token) {
      const { verified, ends } = await judged.get(token)
      const { issuer, subject } = verified
      if (Date.now() / 1_000 < ends) return verified
      throw new AuthError('UNAUTHENTICATED', 'exp', { issuer, subject })
    },
  }
}

/** Whose token it was where its end is all that is wrong: jose looks at it last, after signature, issuer and audience. */
function endedOf(error: unknown): Identity | null {
  if (!(error instanceof errors.JWTExpired)) return null
  const { iss, sub } = error.payload
  return iss && sub ? { issuer: iss, subject: sub } : null
}

/** A good token: what it says, and when it ends, in seconds with the skew. */
interface Judged {
  verified: Verified
  ends: number
}

/** Which issuer's keys to try; nothing else of an unverified token is read. */
function issuerNamedIn(token: string): string {
  if (token.length > MAX_CHARACTERS) throw new AuthError('UNAUTHENTICATED', 'too long')
  const { iss } = decodeJwt(token)
  if (typeof iss !== 'string') throw new AuthError('UNAUTHENTICATED', 'no issuer')
  return iss
}

/** jose compares `iat` only with an age limit, so a token from the future is refused here. */
function subjectOf({ sub, iat = 0 }: JWTPayload): string {
  const fromTheFuture = iat > Date.now() / 1_000 + SKEW_SECONDS
  if (fromTheFuture || typeof sub !== 'string' || sub === '') {
    throw new AuthError('UNAUTHENTICATED', 'iat or sub')
  }
  return sub
}
