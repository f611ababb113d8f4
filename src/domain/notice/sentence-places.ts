import type { FindingLine } from '../finding-line.js'
import type { ReadLine } from './reread.js'

type Place = Pick<FindingLine, 'sentence_start' | 'sentence_end'>
type Told = Pick<FindingLine, 'sentence'> & Place

const NOWHERE: Place = { sentence_start: null, sentence_end: null }

/**
 * Says where the sentence of a line stands in another text than it was read from, in characters (code points), `read` being the lines of
 * that text: where it is said there, `paired` before any other; else where it stood, if that text has the same words in the same place;
 * else nowhere. Null where that is known already.
 */
export function sentencePlaces(
  text: string,
  read: readonly ReadLine[],
): (line: Told, paired: ReadLine | null) => Place | null {
  const points = Array.from(text)
  const bySentence = new Map(read.toReversed().map((one) => [one.sentence, one]))
  return (line, paired) => {
    const { sentence, sentence_start, sentence_end } = line
    if (sentence === null) return null
    const told = paired?.sentence === sentence ? paired : bySentence.get(sentence)
    const stays =
      sentence_start !== null &&
      points
        .slice(sentence_start, sentence_end ?? undefined)
        .join('')
        .trim() === sentence
    const place = told ?? (stays ? line : NOWHERE)
    const moved = place.sentence_start !== sentence_start || place.sentence_end !== sentence_end
    if (!moved) return null
    return { sentence_start: place.sentence_start, sentence_end: place.sentence_end }
  }
}
