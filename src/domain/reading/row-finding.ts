import type { Span } from './lines.js'
import type { Need } from './reading.js'
import type { SentenceFinding } from './sentence-finding.js'
import type { Cell } from './table.js'

/** A finding of a row: the row is its sentence. */
export interface RowFinding {
  readonly finding: SentenceFinding
  readonly place: Span
  readonly category: string | null
  /** The words of its own deadline. */
  readonly deadline: string | null
}

/** What says that nothing was found. */
export const NOTHING_FOUND =
  /^(?:无|正常|合格|良好|达标|—|-|\/|×|否|0|0个|未发现(?:问题)?|无问题|没有问题|已整改|符合|完成|是)?$/

const NO_NEEDS: readonly Need[] = []
const UNIT_NEEDED: readonly Need[] = ['unit']

/** A finding told by cells alone. */
export function cellFinding(
  unit: string | null,
  object: string | null,
  problem: string,
  platform: string | null = null,
): SentenceFinding {
  const scope = unit === null ? 'unnamed' : 'unit'
  const needs = unit === null ? UNIT_NEEDED : NO_NEEDS
  return { unit, objects: object === null ? [] : [object], platform, problem, scope, needs }
}

/** From the first of its cells to the last. */
export function placeOf(row: readonly Cell[]): Span {
  return { start: row[0]?.start ?? 0, end: row.at(-1)?.end ?? 0 }
}

/** A finding of a row that says no more of it. */
export function bareRow(row: readonly Cell[], finding: SentenceFinding): RowFinding {
  return { finding, place: placeOf(row), category: null, deadline: null }
}
