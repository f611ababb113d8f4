import type { Finding } from '../finding.js'

/** As many lines as a notice may have. */
export const MOST_LINES = 10_000

/**
 * Whether a line of a draft can be expanded to units: it is collective (各单位普遍存在…), so nobody's or not dispatched,
 * and nothing was done with it as a finding. A history is that of one line and cannot become that of several.
 */
export function canBeExpanded(
  { unit_id, seq }: Pick<Finding, 'unit_id' | 'seq'>,
  dispatch: 'unit' | 'none',
): boolean {
  return seq === 0 && (unit_id === null || dispatch === 'none')
}

/**
 * The lines that a line of a draft becomes, one for each unit: the first keeps its number, the others follow the
 * last of the draft. No other line's number moves, for clerks work by the numbers they have noted and told each
 * other. Null where that is more lines than a notice may have.
 */
export function expansionOf(
  number: number,
  last: number,
  unitIds: readonly string[],
): readonly { number: number; unit_id: string }[] | null {
  if (last + unitIds.length - 1 > MOST_LINES) return null
  return unitIds.map((unit_id, index) => ({ number: index === 0 ? number : last + index, unit_id }))
}
