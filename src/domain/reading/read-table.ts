import { sentencesIn } from './cell-sentences.js'
import { checksIn } from './check-matrix.js'
import { columnOf, type Role, roleOf, withProblemHead } from './columns.js'
import type { Legend } from './legends.js'
import { exemptionOf } from './no-faults.js'
import { squeezed } from './plain.js'
import { platformOf } from './platforms.js'
import { cellFinding, NOTHING_FOUND, placeOf, type RowFinding } from './row-finding.js'
import { objectOfRow } from './row-object.js'
import { sentencesOf } from './sentences.js'
import type { Cell, Table } from './table.js'
import { acrossIn, faultsIn, headlessIn, marksIn } from './table-marks.js'
import { isUnitName } from './unit-mentions.js'

/** What stands above a table: what is wrong with all in it, and whose it is where it has no column of units. */
interface Above {
  readonly problem: string | null
  readonly unit: string | null
  readonly legend: Legend
}

/** The findings of a table, by what its heads say its columns hold. */
export function findingsOfTable({ rows }: Table, stands: Above): RowFinding[] {
  const checks = checksIn(rows, stands.legend)
  if (checks) return checks
  const found: RowFinding[] = []
  let heads: readonly string[] = []
  let before: readonly string[] = []
  let across: readonly string[] = []
  let belowHead = true
  for (const row of rows) {
    const cells = row.map(({ text }) => squeezed(text))
    const head: boolean = isHead(cells) && (belowHead || !isContinued(cells, before))
    belowHead = head
    if (head) {
      heads = withProblemHead(headsOf(cells, heads), behind(rows, row))
    } else if (heads.length > 0) {
      const above = before
      before = cells.map((cell, at) => (isCarried(heads[at], cell) ? (above[at] ?? '') : cell))
      found.push(...rowFindings(row, before, heads, stands))
    } else if (across.length > 0) {
      found.push(...acrossIn(row, cells, across))
    } else if (cells.length > 2 && cells.slice(1).every(isUnitName)) {
      across = cells
    } else {
      found.push(...headlessIn(row, cells))
    }
  }
  return found
}

function behind(rows: Table['rows'], row: readonly Cell[]): readonly (readonly string[])[] {
  return rows.slice(rows.indexOf(row) + 1).map((cells) => cells.map(({ text }) => squeezed(text)))
}

/** Below a first row of data a row with blanks before its words goes on with the one above, whatever its words. */
function isContinued(cells: readonly string[], before: readonly string[]): boolean {
  return cells[0] === '' && before.length > 0
}

function isHead(cells: readonly string[]): boolean {
  // A row that is counted is no head, whatever its cells say.
  if (/^\d{1,3}$/.test(cells[0] ?? '')) return false
  if (cells.some((cell) => cell.length > 14 || isUnitName(cell))) return false
  const roles = cells.flatMap((cell) => roleOf(cell) ?? [])
  const tells = roles.some((role) => role === 'problem' || role === 'category' || role === 'mark')
  const most = roles.length >= cells.filter((cell) => cell !== '').length - 1
  return (
    roles.length >= 2 &&
    (most || roles.includes('no') || (roles.includes('unit') && (tells || roles.length > 2)))
  )
}

/** A second row of heads completes the first; the same heads again are those of the next page. */
function headsOf(cells: readonly string[], heads: readonly string[]): readonly string[] {
  if (cells.length !== heads.length) return cells
  return cells.map((cell, at) => (roleOf(cell) ? cell : (heads[at] ?? '')))
}

const DITTO = /^(?:同上|〃|″|"|”|“|同前|-|—|\/)?$/

/** A blank or 同上 below a unit, of merged cells, is that unit again; below a thing only where it is said. */
function isCarried(head: string | undefined, cell: string): boolean {
  const role = head === undefined ? null : roleOf(head)
  return role === 'unit' ? DITTO.test(cell) : cell === '同上' || cell === '〃'
}

function rowFindings(
  row: readonly Cell[],
  cells: readonly string[],
  heads: readonly string[],
  above: Above,
): RowFinding[] {
  const cell = (role: Role) => cells[columnOf(heads, role)] ?? ''
  const deadline = cell('deadline') || null
  const rest = { place: placeOf(row), category: cell('category') || null, deadline }
  const units = columnOf(heads, 'unit') < 0 ? [above.unit] : unitsOf(cell('unit'))
  return units.flatMap((unit) => findingsOfUnit(unit, cells, heads, above, rest))
}

function findingsOfUnit(
  unit: string | null,
  cells: readonly string[],
  heads: readonly string[],
  above: Above,
  rest: Omit<RowFinding, 'finding'>,
): RowFinding[] {
  const cell = (role: Role) => cells[columnOf(heads, role)] ?? ''
  const tells = columnOf(heads, 'problem') >= 0
  const object = objectOfRow(cells, heads)
  const platform =
    platformOf(cell('platform')) ?? platformOf(cell('object').replace(/“[^“”]*”/, ''))
  if (!tells) {
    const marked = marksIn(cells, heads).map((problem) =>
      cellFinding(unit, object, problem, platform),
    )
    const faults = marked.length > 0 || cell('category') ? marked : faultsIn(cells, heads, unit)
    if (faults.length > 0) return faults.map((finding) => ({ finding, ...rest }))
  }
  const problem =
    cell('problem') || (tells ? '' : cell('category') || withDate(above.problem, cell('date')))
  if (NOTHING_FOUND.test(problem) || exemptionOf(problem, true) === 'denied') return []
  if (!unit && !object) return []
  const listed = itemsIn(problem).map((item) => cellFinding(unit, object, item, platform))
  const told = listed.length > 0 || object ? listed : sentencesIn(problem, unit)
  const whole = cellFinding(unit, object, problem.replace(/[。;]+$/, ''), platform)
  const findings = told.length > 0 ? told : [whole]
  return findings.map((one) => ({
    finding: { ...one, platform: one.platform ?? platform },
    ...rest,
  }))
}

/** 1.…;2.… in one cell are as many problems; none where it is one. */
function itemsIn(problem: string): string[] {
  const parts = sentencesOf(problem, { start: 0, end: problem.length })
  const items = parts.map(({ start, end }) => problem.slice(start, end))
  if (items.length < 2 || !items.every((item) => ITEM.test(item))) return []
  return items.map((item) => item.replace(ITEM, '').replace(/[。;]+$/, ''))
}

const ITEM = /^(?:\d{1,2}[、.]|\(\d{1,2}\)|[①-⑳])\s*/

function withDate(above: string | null, date: string): string {
  return above && date ? `${above},${date}` : (above ?? '')
}

/** A cell may name several: 县水务局、县生态环境局. */
function unitsOf(cell: string): readonly (string | null)[] {
  const parts = cell.split(/[、,;/]/)
  return parts.length > 1 && parts.every(isUnitName) ? parts : [unitOf(cell)]
}

function unitOf(cell: string): string | null {
  const name = cell.replace(/\([^()]*\)$/, '')
  return name.length >= 2 && !/^[\d√×]+$/.test(name) ? name : null
}
