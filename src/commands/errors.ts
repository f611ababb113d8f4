export const COMMAND_ERRORS = [
  'NOT_FOUND',
  'LOCKED',
  'KEY_REUSED',
  'STALE',
  'ALREADY_EXISTS',
  'UNKNOWN_REFERENCE',
  'STORAGE_EXCEEDED',
  'DUTIES_APART',
  'OPEN_DUTIES',
] as const
export type CommandErrorCode = (typeof COMMAND_ERRORS)[number]

/** A field of the request, as a JSON Pointer; `line` is the number of the finding where a notice is sent. */
export interface RefusedField {
  field: string
  line: number | null
}

/**
 * A command that was not decided: NOT_FOUND (absent or not the caller's to see), LOCKED (another holds it for
 * longer than the lock time-out), KEY_REUSED (same Idempotency-Key, other request), STALE (`revision` is the current
 * one), ALREADY_EXISTS (a name or number that is unique is taken), UNKNOWN_REFERENCE (something it names does not
 * exist), STORAGE_EXCEEDED (a unit's files would take more than they may); `fields` are those that name it, where that
 * is known; DUTIES_APART (one person would be two of administrator, security administrator and auditor at once); OPEN_DUTIES (a person to be erased holds a role
 * or has work in hand). None of them keeps its key.
 */
export class CommandError extends Error {
  override readonly name = 'CommandError'
  readonly code: CommandErrorCode
  readonly revision: number | null
  readonly fields: readonly RefusedField[]

  constructor(
    code: CommandErrorCode,
    revision: number | null = null,
    fields: readonly RefusedField[] = [],
  ) {
    super(code)
    this.code = code
    this.revision = revision
    this.fields = fields
  }
}

/** A signed paper is named that there is not, or that is not the caller's to use. */
export function unknownPaper(): CommandError {
  return new CommandError('UNKNOWN_REFERENCE', null, [{ field: '/signed_paper_id', line: null }])
}
