import type { Block } from './document.js'
import { statisticsIn } from './find-statistics.js'
import type { FoundFinding } from './found-finding.js'
import { squeezed } from './plain.js'
import type { ReadStatistic } from './reading.js'

/** The figures of a text, but those of its findings and of what it asks. */
export function statisticsOf(
  plain: string,
  blocks: readonly Block[],
  found: readonly FoundFinding[],
): ReadStatistic[] {
  const taken = new Set(found.map(({ place }) => place.start))
  return blocks.flatMap((block) => {
    if (block.kind !== 'text' || block.section.kind === 'requirements') return []
    return block.sentences
      .filter(({ start }) => !taken.has(start))
      .flatMap(({ start, end }) => statisticsIn(squeezed(plain.slice(start, end))))
  })
}
