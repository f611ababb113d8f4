import { NUMBER, numberOf } from '../phrases/numerals.js'
import type { ReadFinding } from './reading.js'
import { OF_ANOTHER_TIME, type Said, type StatedCheck } from './stated.js'

const PROBLEMS = new RegExp(
  `(?:共|累计|总计|合计|发现)[^,;\\d]{0,12}?问题(?:共|共计|合计)?(${NUMBER})(?:个|条|项)|(?:共|累计|总计|合计)[^,;\\d]{0,8}?(${NUMBER})(?:个|条|项)(?:主要|突出|具体|典型)?问题`,
)
const UNITS = new RegExp(
  `(?:涉及|点名)[^,;\\d]{0,6}?(${NUMBER})(?:个|家)(?:单位|部门|责任单位|主办单位)|(?:涉及|点名)(?:单位|部门)(${NUMBER})(?:个|家)`,
)

/** Where the notice says how many problems or units there are, and the lines are others. */
export function totalsIn(said: readonly Said[], findings: readonly ReadFinding[]): StatedCheck[] {
  const units = new Set(findings.flatMap(({ unit }) => unit ?? []))
  return [
    ...first(said, PROBLEMS, 'total_differs', findings.length),
    ...first(said, UNITS, 'units_differ', units.size),
  ]
}

/** Of several the first counts: later ones are of parts. */
function first(
  said: readonly Said[],
  words: RegExp,
  kind: 'total_differs' | 'units_differ',
  counted: number,
): StatedCheck[] {
  const clauses = said.flatMap((at) => at.text.split(/[,;。]/).map((clause) => ({ at, clause })))
  for (const { at, clause } of clauses) {
    if (OF_ANOTHER_TIME.test(clause)) continue
    const found = words.exec(clause)
    const stated = found ? numberOf(found[1] ?? found[2] ?? '') : null
    if (stated !== null) return stated === counted ? [] : [{ kind, lines: [], stated, counted, at }]
  }
  return []
}
