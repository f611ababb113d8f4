import type { CrossCheck } from './reading.js'

/** A sentence that may state figures, by its places in the plain text and without blanks. */
export interface Said {
  readonly start: number
  readonly end: number
  readonly text: string
  /** Which paragraph it stands in. */
  readonly paragraph: number
}

/** A check with the sentence that states the figure. */
export type StatedCheck = Omit<CrossCheck, 'words'> & { readonly at: Said }
