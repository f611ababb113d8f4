import type { CrossCheck } from './reading.js'

/** A sentence that may state figures, by its places in the plain text and without blanks. */
export interface Said {
  readonly start: number
  readonly end: number
  readonly text: string
  /** Which paragraph it stands in. */
  readonly paragraph: number
}

/** A clause that speaks of an earlier notice, or compares with it: its figures are not this one's. */
export const OF_ANOTHER_TIME = /上(?:一|个)?季度|上期|上次|上年|去年|同比|环比/

/** A check with the sentence that states the figure. */
export type StatedCheck = Omit<CrossCheck, 'words'> & { readonly at: Said }
