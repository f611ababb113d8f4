import type { UnreadCode } from '../domain/reading/unread.js'

/** What a paper came as. */
export type PaperKind = 'text' | 'docx' | 'xlsx' | 'csv' | 'pdf'

/** A line of a paper as text, and why a person should look at it, in Chinese. */
export interface PaperLine {
  readonly text: string
  readonly doubts: readonly string[]
}

/** A paper as text: what the reader takes, what was left out of it, and which lines a person should look at. */
export interface Paper {
  readonly kind: PaperKind
  readonly lines: readonly PaperLine[]
  /** What is in the file and was not read, in Chinese. */
  readonly notes: readonly string[]
}

/** A file that is not read; callers match on the code. */
export class PaperError extends Error {
  override readonly name = 'PaperError'
  readonly code: UnreadCode

  constructor(code: UnreadCode, what: string = code, options?: ErrorOptions) {
    super(what, options)
    this.code = code
  }
}

/** A line of which nothing is in doubt. */
export function plainLine(text: string): PaperLine {
  return { text, doubts: [] }
}
