import { sentencesIn } from './cell-sentences.js'
import { roleOf } from './columns.js'
import { saysFault } from './faults.js'
import { exemptionOf } from './no-faults.js'
import { nounIn } from './nouns.js'
import { platformOf } from './platforms.js'
import { bareRow, cellFinding, NOTHING_FOUND, type RowFinding } from './row-finding.js'
import type { SentenceFinding } from './sentence-finding.js'
import type { Cell } from './table.js'
import { isUnitName, unitMentions } from './unit-mentions.js'

const TICK = /^(?:[√✓✔●▲★Y]|是|有)$/i

/** √, a count or a remark under a head that is a problem itself. */
export function marksIn(cells: readonly string[], heads: readonly string[]): string[] {
  return heads.flatMap((head, at) => {
    const cell = cells[at] ?? ''
    if (roleOf(head) !== 'mark' || NOTHING_FOUND.test(cell) || cell.length > 12) return []
    const ticked = TICK.test(cell) || (cell === '1' && !head.endsWith('数'))
    return [ticked ? head : `${head}${cell}`]
  })
}

/** Faults in the words of cells under heads that only name what was looked at: 正常, 正常, 2处死链. */
export function faultsIn(
  cells: readonly string[],
  heads: readonly string[],
  unit: string | null,
): SentenceFinding[] {
  return heads.flatMap((head, at) => {
    const cell = cells[at] ?? ''
    const told = ['unit', 'no', 'note', 'deadline'].includes(roleOf(head) ?? '')
    if (told || NOTHING_FOUND.test(cell) || !saysFault(cell) || exemptionOf(cell, true)) return []
    const found = sentencesIn(cell, unit)
    if (found.some(({ objects }) => objects.length > 0)) return found
    return [cellFinding(unit, nounIn(head), cell)]
  })
}

/** What is reckoned from the rows above is none of them. */
const SUM =
  /^(?:合计|小计|总计|共计|累计|总?得分|总分|总?扣分|平均|排名|名次|位次|等次|等级|评级|备注)/

/** Units across, problems down: what is ticked off below a unit is its. */
export function acrossIn(
  row: readonly Cell[],
  cells: readonly string[],
  units: readonly string[],
): RowFinding[] {
  const [problem = ''] = cells
  if (SUM.test(problem)) return []
  return units.flatMap((unit, at) => {
    const cell = cells[at] ?? ''
    if (at === 0 || NOTHING_FOUND.test(cell)) return []
    return [bareRow(row, cellFinding(unit, null, TICK.test(cell) ? problem : `${problem}${cell}`))]
  })
}

/** Without heads: the cell that is a unit, the cell that says a fault, and what stands between them. */
export function headlessIn(row: readonly Cell[], cells: readonly string[]): RowFinding[] {
  const unit = cells.find(isUnitName)
  const isProblem = (cell: string) =>
    cell !== unit && unitMentions(cell).length === 0 && saysFault(cell)
  const at = cells.findIndex(isProblem)
  const problem = cells[at]
  if (!unit || !problem || exemptionOf(problem, true)) return []
  const between = cells.slice(cells.indexOf(unit) + 1, at)
  const object = between.find((cell) => !platformOf(cell) && !/^\d+$/.test(cell))
  const platform = cells.map(platformOf).find((one) => one !== null) ?? null
  const name = object?.replace(/[“”]/g, '') ?? null
  return [bareRow(row, cellFinding(unit, name, problem, platform))]
}
