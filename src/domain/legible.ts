import type { Texts } from './events.js'
import type { Handling } from './vocabulary.js'

/**
 * The texts of an event that may be read: of a finding handled offline nothing but the numbers of papers, also of
 * what was said before it was handled so.
 */
export function legibleTexts(handling: Handling, texts: Texts | null): Texts | null {
  if (handling !== 'offline' || texts === null) return texts
  const { paper_number } = texts
  return paper_number === undefined ? null : { paper_number }
}
