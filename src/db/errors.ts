import pg from 'pg'

/** What the database refuses in the normal course of things; callers match the code, never the text. */
export type DatabaseErrorCode =
  | 'LOCK_TIMEOUT'
  | 'SERIALIZATION'
  | 'DEADLOCK'
  | 'UNIQUE'
  | 'FOREIGN_KEY'
  | 'EXCLUSION'
  | 'UNFIT_VALUE'
  | 'TIMEOUT'
  | 'UNAVAILABLE'

const BY_STATE: Readonly<Record<string, DatabaseErrorCode>> = {
  '55P03': 'LOCK_TIMEOUT',
  '40001': 'SERIALIZATION',
  '40P01': 'DEADLOCK',
  '23505': 'UNIQUE',
  '23503': 'FOREIGN_KEY',
  '23P01': 'EXCLUSION',
  // Values no column can hold. Forms are checked before, so this is the net below them; a division by zero is ours.
  '22001': 'UNFIT_VALUE',
  '22003': 'UNFIT_VALUE',
  '22007': 'UNFIT_VALUE',
  '22008': 'UNFIT_VALUE',
  '22021': 'UNFIT_VALUE',
  '22P02': 'UNFIT_VALUE',
  '22P05': 'UNFIT_VALUE',
  '57014': 'TIMEOUT',
  '57P01': 'UNAVAILABLE',
  '57P02': 'UNAVAILABLE',
  '57P03': 'UNAVAILABLE',
  '53300': 'UNAVAILABLE',
  '25P03': 'UNAVAILABLE',
}

/** A refusal with a stable code; `constraint` names the key for UNIQUE, FOREIGN_KEY and EXCLUSION. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'
  readonly code: DatabaseErrorCode
  readonly constraint: string | null

  constructor(code: DatabaseErrorCode, constraint: string | null, cause: unknown) {
    super(constraint ? `${code} (${constraint})` : code, { cause })
    this.code = code
    this.constraint = constraint
  }
}

/** The commit was answered by another tag: nothing of the transaction was kept. */
export class NotCommittedError extends Error {
  override readonly name = 'NotCommittedError'
  readonly code = 'NOT_COMMITTED'

  constructor(cause: unknown) {
    super('the transaction was not committed', { cause })
  }
}

/**
 * The error as the rest of the house sees it. What a driver reports without the server having said so means that
 * the connection is lost; refusals nobody handles (a check, a missing grant) stay as they are.
 */
export function readError(error: unknown): unknown {
  if (error instanceof pg.DatabaseError) {
    const code = BY_STATE[error.code ?? '']
    return code ? new DatabaseError(code, error.constraint ?? null, error) : error
  }
  const programming = error instanceof TypeError || error instanceof RangeError
  return error instanceof Error && !programming
    ? new DatabaseError('UNAVAILABLE', null, error)
    : error
}

/** Whether a statement failed only because an earlier one of its transaction had. */
export function isAftermath(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '25P02'
}
