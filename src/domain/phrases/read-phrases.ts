import { CUTOFFS, DATES } from './dates.js'
import { type Family, family } from './family.js'
import { LAPSES } from './lapses.js'
import { PERIODS } from './periods.js'
import type { Phrase } from './phrase.js'
import { plainText } from './plain-text.js'
import { RECURRING } from './recurring.js'
import { THRESHOLDS } from './thresholds.js'

const IMMEDIATELY = [
  family('立即|立刻|马上|即刻|即日起?(?!起?[\\d一二两三四五六七八九十])', () => ({
    rule: 'immediately' as const,
  })),
]

/** In this order, since a later one would read a part of what an earlier one understands whole. */
const FAMILIES: readonly Family[] = [
  ...RECURRING,
  ...CUTOFFS,
  ...DATES,
  ...LAPSES,
  ...PERIODS,
  ...THRESHOLDS,
  ...IMMEDIATELY,
]

/** A phrase, and where it stands in the text as `plainText` writes it: up to and without `to`. */
export interface PlacedPhrase {
  readonly phrase: Phrase
  readonly from: number
  readonly to: number
}

/**
 * Every deadline, lapse, cut-off and count that a text names, in the order of the text, as time.md reads them; empty
 * where it names none or one that cannot be. Never throws.
 */
export function readPhrases(text: string): readonly Phrase[] {
  return phrasesAt(plainText(text)).map(({ phrase }) => phrase)
}

/** The same of a text that `plainText` wrote, with the places of the phrases. */
export function phrasesAt(plain: string): readonly PlacedPhrase[] {
  const taken: { from: number; to: number; phrase: Phrase | null }[] = []
  for (const { pattern, read } of FAMILIES) {
    for (const match of plain.matchAll(pattern)) {
      const [from, to] = [match.index, match.index + match[0].length]
      if (taken.some((other) => from < other.to && other.from < to)) continue
      const meaning = read(match.groups ?? {})
      // What looks like a date but is none stays taken: 2022年2月30日 is not the 30th of some month.
      taken.push({ from, to, phrase: meaning && { ...meaning, words: match[0] } })
    }
  }
  return taken
    .sort((a, b) => a.from - b.from)
    .flatMap(({ from, to, phrase }) => (phrase ? [{ from, to, phrase }] : []))
}
