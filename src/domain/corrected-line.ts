import type { NewEvent } from './events.js'
import type { Finding } from './finding.js'

/** The words of a finding that stand beside its fold. */
export interface LineTexts {
  category: string
  problem: string
  sentence: string | null
  sentence_start: number | null
  sentence_end: number | null
  place: unknown
}

const NOTHING: LineTexts = {
  category: '',
  problem: '',
  sentence: null,
  sentence_start: null,
  sentence_end: null,
  place: null,
}

/**
 * What events change in the words of a finding: corrected words, and no words at all once it is handled offline.
 * Null where nothing changes.
 */
export function correctedLine(
  finding: Pick<Finding, 'handling'>,
  events: readonly NewEvent[],
): Partial<LineTexts> | null {
  const corrections = events.filter((event) => event.type === 'corrected')
  if (corrections.length === 0) return null
  if (finding.handling === 'offline') return NOTHING
  const words = corrections.flatMap(({ data, texts }) =>
    data.texts.flatMap((field) => {
      const text = texts?.[field]
      return text === undefined ? [] : [[field, text] as const]
    }),
  )
  return words.length > 0 ? Object.fromEntries(words) : null
}
