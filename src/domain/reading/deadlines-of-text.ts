import type { Block, TextBlock } from './document.js'
import { type Base, type Due, duesIn } from './find-deadlines.js'
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
    return spansOf(block).map(({ start, end }, at, spans) => {
      const text = squeezed(plain.slice(start, end))
      const before = spans[at - 1]
      const goesOn = before !== undefined && ASKS.test(plain.slice(before.start, before.end))
      return { text: taken.has(start) ? askedIn(text) : text, goesOn }
    })
  })
  return distinct(ofMending(sentences.flatMap(({ text, goesOn }) => duesIn(text, base, goesOn))))
}

/** What a sentence asks goes on behind a semicolon. */
const ASKS = /^(?:现)?(?:请|责令|要求).*;$/

/** Where an answer has a time of its own, the time by which all is to be put right is another. */
function ofMending(dues: readonly Due[]): ReadDeadline[] {
  const answered = dues.some(({ deadline, mends }) => deadline.kind === 'feedback' && !mends)
  return dues.map(({ deadline, mends }) =>
    answered && mends && deadline.kind === 'feedback' ? { ...deadline, kind: 'other' } : deadline,
  )
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
