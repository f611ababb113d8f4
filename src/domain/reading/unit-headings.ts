import { saysFault } from './faults.js'
import type { ReadLine } from './read-line.js'
import { GENERIC, NO_UNIT } from './unit-words.js'

/** Ends that bodies within an office have too: 研究生院, 体育部, 国际合作与交流处. */
const BODY =
  /^[\u4e00-\u9fff]{2,18}(?:院|部|处|科|室|馆|所|站|队|办|委|会|社|局|校|台|团|厂|园|行|中心|集团|公司)$/

/**
 * Numbered headings beside others that are units, and of which most are, name units too, although no word by itself
 * would say so: 1.外国语学院, 2.研究生院, 3.体育部.
 */
export function withUnitHeadings(lines: readonly ReadLine[]): ReadLine[] {
  const read = [...lines]
  for (const group of siblingsIn(lines)) {
    const named = group.filter((at) => (lines[at]?.heading?.units ?? []).length > 0)
    const bodies = group.filter((at) => bodyIn(lines[at]) !== null)
    if (named.length === 0 || 2 * (named.length + bodies.length) <= group.length) continue
    for (const at of bodies) {
      const [line, unit] = [lines[at], bodyIn(lines[at])]
      if (line?.heading && unit) read[at] = { ...line, heading: { ...line.heading, units: [unit] } }
    }
  }
  return read
}

/** Places of numbered headings that follow each other at one depth below the same heading. */
function siblingsIn(lines: readonly ReadLine[]): number[][] {
  const groups: number[][] = []
  const open = new Map<number, number[]>()
  for (const [at, { heading, numbered, level }] of lines.entries()) {
    if (!numbered) continue
    for (const deeper of [...open.keys()].filter((one) => one > level)) open.delete(deeper)
    if (!heading) continue
    const group = open.get(level) ?? []
    if (group.length === 0) groups.push(group)
    group.push(at)
    open.set(level, group)
  }
  return groups.filter(({ length }) => length > 1)
}

function bodyIn(line: ReadLine | undefined): string | null {
  const heading = line?.heading
  if (!heading || heading.units.length > 0) return null
  const name = heading.title.replace(/\([^()]*\)$/, '')
  const meant = BODY.test(name) && !NO_UNIT.test(name) && !GENERIC.test(name) && !saysFault(name)
  return meant ? name : null
}
