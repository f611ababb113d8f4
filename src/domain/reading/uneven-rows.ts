import type { Line } from './lines.js'
import type { Cell, Table } from './table.js'

/** Heads whose cells are blank in most rows, and then have no line. */
const LAST = /^(?:备注|说明|整改情况|(?:整改|处理|办理)(?:状态|结果)|检查时间|发现时间)$/
/** The widest table of which each cell has a line. */
const WIDEST = 10
const LONGEST_CELL = 120
/** What stands behind a table and is no cell of its last row: a signature, a date, a sentence. */
const BEHIND =
  /[。:;]$|^(?:附|注|联系)|\d{4}年\d{1,2}月\d{1,2}日$|(?:办公室|办公厅|政府|中心|委员会|局|厅)$/

/**
 * A table copied with a line a cell of which the blank last cells are lost: heads below 序号 that end with 备注, then
 * rows counted 1, 2, 3 of all cells or of all but the last. Null where the rows are not so.
 */
export function unevenRows(lines: readonly Line[], first: number): Table | null {
  if (!/^(?:序号|编号)$/.test(lines[first]?.text ?? '')) return null
  const width = lines.slice(first, first + WIDEST).findIndex(({ text }) => text === '1')
  const heads = lines.slice(first, first + width)
  const last = heads.at(-1)?.text ?? ''
  if (width < 4 || !LAST.test(last) || !heads.every(({ text }) => /^[^。,;:“]{1,14}$/.test(text)))
    return null
  const rows: Cell[][] = [heads.map((line) => ({ ...line }))]
  let index = first + width
  for (let no = 1; lines[index]?.text === String(no); no += 1) {
    const length = lengthOf(lines, index, width, no)
    const row = lines.slice(index, index + length)
    if (length === 0 || row.some(({ text }) => text.length > LONGEST_CELL)) break
    const end = row.at(-1)?.end ?? 0
    const blank = { text: '', start: end, end }
    rows.push([...row.map((line) => ({ ...line })), ...(length < width ? [blank] : [])])
    index += length
  }
  return rows.length > 2 ? { rows, first, behind: index } : null
}

/** How many lines a row takes: up to the next number; the last row ends where no cell follows. */
function lengthOf(lines: readonly Line[], from: number, width: number, no: number): number {
  const next = String(no + 1)
  const length = [width, width - 1].find((one) => lines[from + one]?.text === next)
  if (length) return length
  if (from + width - 1 > lines.length) return 0
  const note = lines[from + width - 1]?.text
  return note === undefined || BEHIND.test(note) ? width - 1 : width
}
