import { stringify } from 'csv-stringify/sync'
import { guarded } from './guard.js'

const PAGE = 500
const FORM = { quoted: true, record_delimiter: '\r\n' } as const

/**
 * Rows as CSV, a few hundred at a time: in UTF-8 with the mark by which spreadsheets know it, every cell in quotes, none of
 * them a formula.
 */
export function* csvPages(rows: readonly (readonly string[])[]): Generator<string> {
  for (let from = 0; from < rows.length; from += PAGE) {
    const page = rows.slice(from, from + PAGE).map((cells) => cells.map(guarded))
    yield stringify(page, { ...FORM, bom: from === 0 })
  }
}
