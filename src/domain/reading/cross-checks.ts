import { byKey } from '../matching/by-key.js'
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
  const compared = findings.flatMap(comparedAs)
  for (const ofOne of byKey(compared, ({ where }) => where).values())
    groups.push(...groupsOf(ofOne))
  return groups
    .filter((group) => group.length > 1)
    .toSorted(([one], [other]) => (one?.n ?? 0) - (other?.n ?? 0))
    .map((group) => ({
      ...{ kind: 'same_twice', lines: group.map(({ n }) => n) },
      ...{ stated: null, counted: null, words: null },
    }))
}

/** What of a line is compared with others of its unit and platform, worked out once: a notice may have thousands of one unit. */
interface Compared {
  finding: ReadFinding
  where: string
  object: string | null
  words: string
}

function comparedAs(finding: ReadFinding): Compared[] {
  const { unit, platform, asset, problem } = finding
  if (unit === null) return []
  const object = asset?.replace(/[“”]|(?:栏目|专栏|频道|网站)$/g, '') ?? null
  // Without what it names and how long.
  const words = problem.replace(/“[^”]*”|栏目|[^\u4e00-\u9fff\d]/g, '')
  return [{ finding, where: JSON.stringify([unit, platform]), object, words }]
}

function groupsOf(lines: readonly Compared[]): ReadFinding[][] {
  const groups: Compared[][] = []
  for (const one of lines) {
    const same = groups.find((group) => group.some((other) => alike(one, other)))
    if (same) same.push(one)
    else groups.push([one])
  }
  return groups.map((group) => group.map(({ finding }) => finding))
}

function alike(one: Compared, other: Compared): boolean {
  if (one.object === other.object && one.words === other.words) return true
  if (one.object !== null && one.object === other.object) {
    const { indicator } = one.finding
    const indicated = indicator !== null && indicator === other.finding.indicator
    return indicated || holds(one.words, other.words)
  }
  return (one.object === null || other.object === null) && one.words === other.words
}

const holds = (one: string, other: string) => one.includes(other) || other.includes(one)
