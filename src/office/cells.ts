import type { z } from 'zod'
import { fieldCodeOf } from '../contracts/field-code.js'
import { FIELD_WORDS } from '../contracts/field-errors.js'
import type { Column, Line } from './csv.js'

/** What is wrong in a list, one sentence each, beginning with the line. */
export type Complaint = string

/** The lines of a list as rows, or every complaint there is about them. */
export type ReadRows<Row> = { rows: Row[] } | { complaints: Complaint[] }

/** Judges the cells of every line by the same fields the interface goes by. */
export function readRows<Key extends string, Cells, Row>(
  lines: readonly Line<Key>[],
  columns: readonly Column<Key>[],
  schema: z.ZodType<Cells>,
  rowOf: (cells: Cells, line: number) => Row,
): ReadRows<Row> {
  const complaints: Complaint[] = []
  const rows: Row[] = []
  for (const { line, cells } of lines) {
    const judged = schema.safeParse(cells)
    if (judged.success) {
      rows.push(rowOf(judged.data, line))
      continue
    }
    const found = judged.error.issues.map((issue) => {
      const key = String(issue.path[0] ?? '')
      const missing = !Object.hasOwn(cells, key)
      const code = fieldCodeOf({ ...issue, code: issue.code ?? '' }, missing)
      return `第 ${line} 行“${headingOf(key, columns)}”：${FIELD_WORDS[code].zh}`
    })
    // A cell may break two rules that are one to whoever has to mend it.
    complaints.push(...new Set(found))
  }
  return complaints.length > 0 ? { complaints } : { rows }
}

/** What a column is called in the files. */
export function headingOf(key: string, columns: readonly Column<string>[]): string {
  return columns.find((column) => column.key === key)?.headers[0] ?? key
}
