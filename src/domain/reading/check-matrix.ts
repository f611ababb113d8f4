import { roleOf } from './columns.js'
import type { Legend } from './legends.js'
import { squeezed } from './plain.js'
import { bareRow, cellFinding, type RowFinding } from './row-finding.js'
import type { Cell } from './table.js'

const SIGN = /^(?:[√✓✔○×✗xX—\-/–]*|不涉及|无)$/
const TICK = /^[√✓✔]$/
const CROSS = /^[×✗xX]$/

/**
 * A table of units by what was looked at, where √ is in order and × is not: a head is the thing, and what × means there
 * stands in a note below. Null where heads name faults themselves or cells hold more than signs.
 */
export function checksIn(rows: readonly (readonly Cell[])[], legend: Legend): RowFinding[] | null {
  const [first = [], ...rest] = rows
  const heads = first.map(({ text }) => squeezed(text))
  const unit = heads.findIndex((head) => /单位|部门|县区|区县|乡镇|街道|学校|医院/.test(head))
  const marked = heads.flatMap((head, at) =>
    at === unit || ['no', 'note'].includes(roleOf(head) ?? '') ? [] : [at],
  )
  const cells = rest.flatMap((row) => marked.map((at) => row[at]?.text ?? ''))
  const signs = cells.every((cell) => SIGN.test(cell)) && cells.some((cell) => CROSS.test(cell))
  const neutral = marked.every((at) => roleOf(heads[at] ?? '') !== 'mark')
  if (unit < 0 || marked.length < 2 || !signs || !neutral) return null
  if (legend.ticksFaults === null && !cells.some((cell) => TICK.test(cell))) return null
  const bad = legend.ticksFaults === true ? TICK : CROSS
  return rest.flatMap((row) =>
    marked.flatMap((at) => {
      const [name, head] = [squeezed(row[unit]?.text ?? ''), heads[at] ?? '']
      if (name === '' || !bad.test(row[at]?.text ?? '')) return []
      const meaning = legend.meanings.get(head)
      const finding = cellFinding(name, head, meaning ?? `${head}不符合要求`)
      return [bareRow(row, meaning ? finding : { ...finding, needs: ['problem'] })]
    }),
  )
}
