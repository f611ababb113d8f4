import type { NewEvent } from './events.js'
import type { Finding } from './finding.js'
import type { FindingLine } from './finding-line.js'

/** The words of a finding that stand beside its fold. */
export type LineTexts = Pick<
  FindingLine,
  'category' | 'problem' | 'sentence' | 'sentence_start' | 'sentence_end' | 'place'
>

const NOTHING: LineTexts = {
  category: '',
  problem: '',
  sentence: null,
  sentence_start: null,
  sentence_end: null,
  place: null,
}

/**
 * What events change beside the fold of a finding: corrected words, what an edit of its draft changed, and no words at all once it is
 * handled offline. Null where nothing changes.
 */
export function correctedLine(
  finding: Pick<Finding, 'handling'>,
  events: readonly NewEvent[],
): Partial<FindingLine> | null {
  const changes = events.filter(({ type }) => type === 'corrected' || type === 'redrafted')
  if (changes.length === 0) return null
  const changed = Object.assign({}, ...changes.map(changeOf)) as Partial<FindingLine>
  if (finding.handling === 'offline') return { ...changed, ...NOTHING }
  return Object.keys(changed).length > 0 ? changed : null
}

function changeOf(event: NewEvent): Partial<FindingLine> {
  if (event.type !== 'corrected' && event.type !== 'redrafted') return {}
  const { data, texts } = event
  const words = data.texts.flatMap((field) => {
    const text = texts?.[field]
    return text === undefined ? [] : [[field, text] as const]
  })
  return { ...Object.fromEntries(words), ...('beside' in data ? data.beside : {}) }
}
