export const COMMAND_ERRORS = [
  'NOT_FOUND',
  'LOCKED',
  'KEY_REUSED',
  'STALE',
  'ALREADY_EXISTS',
  'UNKNOWN_REFERENCE',
] as const
export type CommandErrorCode = (typeof COMMAND_ERRORS)[number]

/**
 * A command that was not decided: NOT_FOUND (absent or not the caller's to see), LOCKED (another holds it for
 * longer than the lock time-out), KEY_REUSED (same Idempotency-Key, other request), STALE (`revision` is the current
 * one), ALREADY_EXISTS (a name or number that is unique is taken), UNKNOWN_REFERENCE (something it names does not
 * exist). None of them keeps its key.
 */
export class CommandError extends Error {
  override readonly name = 'CommandError'
  readonly code: CommandErrorCode
  readonly revision: number | null

  constructor(code: CommandErrorCode, revision: number | null = null) {
    super(code)
    this.code = code
    this.revision = revision
  }
}
