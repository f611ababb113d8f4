export const AUTH_ERRORS = ['UNAUTHENTICATED', 'UNAVAILABLE'] as const
export type AuthErrorCode = (typeof AUTH_ERRORS)[number]

/**
 * Why a token was not taken. UNAUTHENTICATED is the same for every fault of the token, so that nobody learns which;
 * UNAVAILABLE means that its keys could not be had. The cause is for the log only.
 */
export class AuthError extends Error {
  override readonly name = 'AuthError'
  readonly code: AuthErrorCode

  constructor(code: AuthErrorCode, cause?: unknown) {
    super(code, { cause })
    this.code = code
  }
}
