import type { Block, TextBlock } from './document.js'
import { type Base, deadlinesIn } from './find-deadlines.js'
import type { FoundFinding } from './found-finding.js'
import { squeezed } from './plain.js'
import type { ReadDeadline } from './reading.js'

/** The deadlines of a text, each once; of a sentence that tells a finding only what it asks for. */
export function deadlinesOf(
  plain: string,
  blocks: readonly Block[],
  found: readonly FoundFinding[],
  base: Base,
): ReadDeadline[] {
  const taken = new Set(found.map(({ place }) => place.start))
  const sentences = blocks.flatMap((block) => {
    if (block.kind !== 'text') return []
    return spansOf(block).map(({ start, end }) => {
      const text = squeezed(plain.slice(start, end))
      return taken.has(start) ? askedIn(text) : text
    })
  })
  return distinct(sentences.flatMap((sentence) => deadlinesIn(sentence, base)))
}

function spansOf({ read, sentences, line }: TextBlock) {
  if (!read.heading) return sentences
  // 整改时限:2022年12月2日 is read whole.
  const named = /时限|期限|截止|反馈时间/.test(read.heading.title)
  return named || sentences.length === 0 ? [line] : sentences
}

function askedIn(text: string): string {
  const [asked = ''] = /(?:[,。;:](?:现)?(?:请|责令|要求|务必|须|限|应于|并于)).*$/.exec(text) ?? []
  return asked.slice(1)
}

function distinct(deadlines: readonly ReadDeadline[]): ReadDeadline[] {
  const keyOf = ({ kind, date, time, working_days, calendar_days, hours, text }: ReadDeadline) =>
    [kind, date ?? text, time, working_days, calendar_days, hours].join('|')
  return [...new Map(deadlines.toReversed().map((one) => [keyOf(one), one])).values()].toReversed()
}
