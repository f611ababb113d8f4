import { readSentence } from './read-sentence.js'
import type { SentenceFinding } from './sentence-finding.js'
import { sentencesOf } from './sentences.js'

/** The findings in the words of a cell, all of its row's unit. */
export function sentencesIn(words: string, unit: string | null): SentenceFinding[] {
  const around = {
    ...{
      subject: unit ? [unit] : [],
      object: null,
      problem: null,
      listed: true,
      follows: false,
      above: '',
      item: false,
    },
  }
  const found = sentencesOf(words, { start: 0, end: words.length }).flatMap(
    ({ start, end }) => readSentence(words.slice(start, end), around).findings,
  )
  if (unit === null) return found
  return found.map((one) => {
    const needs = one.needs.filter((need) => need !== 'unit')
    return { ...one, unit, scope: 'unit' as const, needs }
  })
}
