import type { Meaning } from './phrase.js'

/** Named groups of a match; what did not take part is undefined. */
export type Groups = Readonly<Record<string, string | undefined>>

/** One way of saying: what it looks like in plain text, and what it means; null where it only looks like it. */
export interface Family {
  readonly pattern: RegExp
  read(groups: Groups): Meaning | null
}

/** A family whose pattern is looked for anywhere in a text. */
export function family(source: string, read: Family['read']): Family {
  return { pattern: new RegExp(source, 'g'), read }
}
