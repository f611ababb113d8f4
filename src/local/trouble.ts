/**
 * A failure its reader can mend: one sentence that says what is wrong and what to do. It is printed
 * without a stack; every other error is a defect of ours and keeps its stack.
 */
export class TroubleError extends Error {
  override readonly name = 'TroubleError'
  readonly code = 'TROUBLE'
}

/** Whether an error is a sentence for the reader, whichever copy of the module made it. */
export function isTrouble(error: unknown): error is TroubleError {
  return error instanceof Error && 'code' in error && error.code === 'TROUBLE'
}

/** The text of anything thrown, for use inside a sentence. */
export function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join('; ')
  return error instanceof Error ? error.message : String(error)
}
