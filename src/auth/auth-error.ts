import type { Identity } from './issuer.js'

export const AUTH_ERRORS = ['UNAUTHENTICATED', 'UNAVAILABLE'] as const
export type AuthErrorCode = (typeof AUTH_ERRORS)[number]

/**
 * Why a token was not taken. UNAUTHENTICATED is the same for every fault of the token, so that nobody learns which;
 * UNAVAILABLE means that its keys could not be had. The cause is for the log only; `expired` names whose token was good
 * and is over, which nobody guesses.
 */
export class AuthError extends Error {
  override readonly name = 'AuthError'
  readonly code: AuthErrorCode
  readonly expired: Identity | null

  constructor(code: AuthErrorCode, cause?: unknown, expired: Identity | null = null) {
    super(code, { cause })
    this.code = code
    this.expired = expired
  }
}
