import type { Block } from './document.js'
import { passRatesIn } from './pass-rates.js'
import { squeezed } from './plain.js'
import type { CrossCheck, ReadFinding } from './reading.js'
import type { Said } from './stated.js'
import { totalsIn } from './stated-totals.js'

/**
 * Compares what a notice states of itself with the lines read from it: pass rates, totals, the same problem twice, lines without
 * an object. Decides nothing and changes no line; without a doubt it says nothing. `quoted` gives the words at a place.
 */
export function crossChecksOf(
  plain: string,
  blocks: readonly Block[],
  findings: readonly ReadFinding[],
  taken: ReadonlySet<number>,
  quoted: (span: Pick<Said, 'start' | 'end'>) => NonNullable<CrossCheck['words']>,
): CrossCheck[] {
  const said = statedIn(plain, blocks, taken)
  return [
    ...passRatesIn(said, findings).map(({ at, ...one }) => ({ ...one, words: quoted(at) })),
    ...totalsIn(said, findings).map(({ at, ...one }) => ({ ...one, words: quoted(at) })),
    ...withoutObject(findings),
    ...sameTwice(findings),
  ]
}

/** The sentences that may state figures of the whole: none of a finding, none that asks for something. */
function statedIn(plain: string, blocks: readonly Block[], taken: ReadonlySet<number>): Said[] {
  return blocks.flatMap((block, paragraph) => {
    if (block.kind !== 'text' || block.section.kind === 'requirements') return []
    return block.sentences
      .filter(({ start }) => !taken.has(start))
      .map(({ start, end }) => ({ start, end, paragraph, text: squeezed(plain.slice(start, end)) }))
  })
}

function withoutObject(findings: readonly ReadFinding[]): CrossCheck[] {
  const lines = findings.filter(({ needs }) => needs.includes('object')).map(({ n }) => n)
  const none = { stated: null, counted: null, words: null }
  return lines.length > 0 ? [{ kind: 'no_object', lines, ...none }] : []
}

/** Lines of one unit that may be the same: of one object, or of one that one of them leaves out, with words alike or one indicator. */
function sameTwice(findings: readonly ReadFinding[]): CrossCheck[] {
  const groups: ReadFinding[][] = []
  for (const one of findings) {
    const same =
      one.unit !== null && groups.find((group) => group.some((other) => alike(one, other)))
    if (same) same.push(one)
    else groups.push([one])
  }
  return groups
    .filter((group) => group.length > 1)
    .map((group) => ({
      ...{ kind: 'same_twice', lines: group.map(({ n }) => n) },
      ...{ stated: null, counted: null, words: null },
    }))
}

function alike(one: ReadFinding, other: ReadFinding): boolean {
  if (one.unit !== other.unit || one.platform !== other.platform) return false
  const [object, their] = [objectOf(one), objectOf(other)]
  const [words, theirs] = [coreOf(one), coreOf(other)]
  if (object === their && words === theirs) return true
  if (object !== null && object === their)
    return (one.indicator !== null && one.indicator === other.indicator) || holds(words, theirs)
  return (object === null || their === null) && words === theirs
}

const holds = (one: string, other: string) => one.includes(other) || other.includes(one)

function objectOf({ asset }: ReadFinding): string | null {
  return asset?.replace(/[“”]|(?:栏目|专栏|频道|网站)$/g, '') ?? null
}

/** The words of a problem without what it names and how long. */
function coreOf({ problem }: ReadFinding): string {
  return problem.replace(/“[^”]*”|栏目|[^\u4e00-\u9fff\d]/g, '')
}
