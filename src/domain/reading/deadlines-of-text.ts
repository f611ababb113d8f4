import type { Block, TextBlock } from './document.js'
import { askedInForm, labelBefore } from './due-labels.js'
import { type Base, type Due, duesIn, SAID_ANYHOW } from './find-deadlines.js'
import type { FoundFinding } from './found-finding.js'
import { squeezed } from './plain.js'
import type { ReadDeadline } from './reading.js'
import type { SectionKind } from './sections.js'

/** The deadlines of a text, each once; of a sentence that tells a finding only what it asks for or sends. */
export function deadlinesOf(
  plain: string,
  blocks: readonly Block[],
  found: readonly FoundFinding[],
  base: Base,
): ReadDeadline[] {
  const taken = new Set(found.map(({ place }) => place.start))
  const dues = blocks.flatMap((block, index) => {
    if (block.kind === 'table') {
      const around = { asks: false, tells: true, finding: '' }
      return askedInForm(block.table).flatMap((text) => duesIn(text, base, around))
    }
    const above = blocks[index - 1]
    const label = labelBefore(block, above?.kind === 'text' ? above : undefined)
    const tells = TELLING.has(block.section.kind)
    return spansOf(block).flatMap(({ start, end }, at, spans) => {
      const text = `${at === 0 ? label : ''}${squeezed(plain.slice(start, end))}`
      const before = spans[at - 1]
      const asks = before !== undefined && ASKS.test(plain.slice(before.start, before.end))
      return taken.has(start)
        ? duesBeside(text, base, asks)
        : duesIn(text, base, { asks, tells, finding: '' })
    })
  })
  return distinct(ofMeasures(dues))
}

/** Of a sentence that was taken for a finding, what it asks for, and what no finding says. */
function duesBeside(text: string, base: Base, asks: boolean): Due[] {
  const asked = duesIn(askedIn(text), base, { asks, tells: false, finding: text })
  const words = new Set(asked.map(({ deadline }) => deadline.text))
  const whole = duesIn(text, base, { asks, tells: true, finding: text })
  const more = whole.filter(
    ({ deed, deadline }) => SAID_ANYHOW.has(deed) && !words.has(deadline.text),
  )
  return [...asked, ...more]
}

/** What a sentence asks goes on behind a semicolon. */
const ASKS = /^(?:现)?(?:请|责令|要求).*;$/

/** Parts that tell what was found: a day there is due only where somebody is asked. */
const TELLING: ReadonlySet<SectionKind> = new Set(['problems', 'praise'])

/** Where nothing else is answered for, steps that mend are; where it is, who accounts for a fault does so beside. */
function ofMeasures(dues: readonly Due[]): ReadDeadline[] {
  const answered = dues.some(({ deed }) => deed === 'report' || deed === 'mending')
  return dues.map(({ deadline, deed }) => {
    if (deed === 'measure' && !answered) return { ...deadline, kind: 'feedback' }
    return deed === 'censure' && answered ? { ...deadline, kind: 'other' } : deadline
  })
}

function spansOf({ read, sentences, line }: TextBlock) {
  if (!read.heading) return sentences
  // 整改时限:2022年12月2日 and 集中整改(5月31日前)。 are read whole.
  const named = /时限|期限|截止|反馈时间|\([^()]*前\)/.test(read.heading.title)
  const whole = named && line.end - line.start <= LONGEST_LINE
  return whole || sentences.length === 0 ? [line] : sentences
}

/** What is longer than this names more than a time. */
const LONGEST_LINE = 300

function askedIn(text: string): string {
  const [asked = ''] =
    /(?:[,。;:](?:现)?(?:请|责令|要求|务必|须|限|应于|并于|一律)|要求:).*$/.exec(text) ?? []
  return asked.slice(1)
}

function distinct(deadlines: readonly ReadDeadline[]): ReadDeadline[] {
  const keyOf = ({ kind, date, time, working_days, calendar_days, hours, text }: ReadDeadline) =>
    [kind, date ?? working_days ?? calendar_days ?? hours ?? text, time, working_days, hours].join(
      '|',
    )
  return [...new Map(deadlines.toReversed().map((one) => [keyOf(one), one])).values()].toReversed()
}
