import type { z } from 'zod'
import { fieldCodeOf } from '../field-code.js'
import type { FieldCode } from '../field-errors.js'

/** A column of a list: its key, and what people write above it, the usual word first. */
export interface Column<Key extends string> {
  key: Key
  headers: readonly [string, ...string[]]
}

/** One line of a list: its number in the file, and its cells that are not empty. */
export interface CellLine<Key extends string> {
  line: number
  cells: Readonly<Partial<Record<Key, string>>>
}

/** What is wrong with one cell of a list. */
export interface CellFault {
  line: number
  key: string
  code: FieldCode
}

/** The lines of a list as rows, or everything that is wrong with them. */
export type JudgedLines<Row> = { rows: Row[] } | { faults: CellFault[] }

/** Judges the cells of every line by the same fields the interface goes by. */
export function judgeLines<Key extends string, Cells, Row>(
  lines: readonly CellLine<Key>[],
  schema: z.ZodType<Cells>,
  rowOf: (cells: Cells, line: number) => Row,
): JudgedLines<Row> {
  const faults: CellFault[] = []
  const rows: Row[] = []
  for (const { line, cells } of lines) {
    const judged = schema.safeParse(cells)
    if (judged.success) {
      rows.push(rowOf(judged.data, line))
      continue
    }
    // A cell may break two rules that are one to whoever has to mend it.
    const found = new Map<string, CellFault>()
    for (const issue of judged.error.issues) {
      const key = String(issue.path[0] ?? '')
      const missing = !Object.hasOwn(cells, key)
      const code = fieldCodeOf({ ...issue, code: issue.code ?? '' }, missing)
      found.set(`${key} ${code}`, { line, key, code })
    }
    faults.push(...found.values())
  }
  return faults.length > 0 ? { faults } : { rows }
}

/** What a column is called in the files. */
export function headingOf(key: string, columns: readonly Column<string>[]): string {
  return columns.find((column) => column.key === key)?.headers[0] ?? key
}
