import { exemptionOf } from './no-faults.js'
import { nounPhraseOf } from './noun-phrases.js'
import { readSentence } from './read-sentence.js'
import { cellFinding } from './row-finding.js'
import type { SentenceFinding } from './sentence-finding.js'
import { sentencesOf } from './sentences.js'
import { topicOf } from './topics.js'

/** The findings in the words of a cell, all of its row's unit. */
export function sentencesIn(words: string, unit: string | null): SentenceFinding[] {
  const around = {
    ...{
      subject: unit ? [unit] : [],
      object: null,
      problem: null,
      listed: true,
      follows: false,
      known: [],
      above: '',
      item: false,
    },
  }
  const sentences = sentencesOf(words, { start: 0, end: words.length }).map(({ start, end }) =>
    words.slice(start, end),
  )
  const found = sentences.flatMap((sentence) => {
    const { findings } = readSentence(sentence, around)
    return findings.length > 0 || sentences.length === 1 ? findings : toldIn(sentence, unit)
  })
  if (unit === null) return found
  return found.map((one) => {
    const needs = one.needs.filter((need) => need !== 'unit')
    return { ...one, unit, scope: 'unit' as const, needs }
  })
}

/** A sentence of a cell of problems is one, whatever its words. */
function toldIn(sentence: string, unit: string | null): SentenceFinding[] {
  const problem = sentence.replace(/[。;]+$/, '')
  const object = topicOf(problem) ?? nounPhraseOf(problem)
  return exemptionOf(problem, true) ? [] : [cellFinding(unit, object, problem)]
}
