import { TroubleError } from '../local/trouble.js'
import { type CsvLine, csvLines } from '../tables/csv.js'

/** A column of a list: its key, and what people write above it, the usual word first. */
export interface Column<Key extends string> {
  key: Key
  headers: readonly [string, ...string[]]
}

/** One line of a list: its number in the file, and its cells that are not empty. */
export interface Line<Key extends string> {
  line: number
  cells: Readonly<Partial<Record<Key, string>>>
}

/** A list as it was read: the columns it has, empty ones too, and its lines. */
export interface Lines<Key extends string> {
  keys: readonly Key[]
  lines: Line<Key>[]
}

/**
 * The lines of a list in CSV, as spreadsheets save it: UTF-8 with or without a mark, else GB 18030. Columns are found by
 * their headings in any order. Throws TroubleError for a file that is no table, or whose headings are unknown, doubled
 * or missing.
 */
export function readLines<Key extends string>(
  bytes: Uint8Array,
  columns: readonly Column<Key>[],
  required: readonly Key[],
): Lines<Key> {
  const records = parsed(decoded(bytes))
  const [head, ...rest] = records
  if (!head) throw new TroubleError('文件是空的：第一行应是列名。(empty file)')
  const keys = head.record.map((heading) => keyOf(heading, columns))
  for (const [index, key] of keys.entries()) {
    if (keys.indexOf(key) !== index) throw new TroubleError(`列名重复：${head.record[index]}。`)
  }
  for (const key of required) {
    const column = columns.find((one) => one.key === key)
    if (!keys.includes(key)) throw new TroubleError(`缺少一列：${column?.headers[0] ?? key}。`)
  }
  const lines = rest.map(({ record, line }) => {
    const cells: Partial<Record<Key, string>> = {}
    for (const [index, key] of keys.entries()) {
      const cell = record[index]?.trim()
      if (cell) cells[key] = cell
    }
    return { line, cells }
  })
  return { keys, lines }
}

function keyOf<Key extends string>(heading: string, columns: readonly Column<Key>[]): Key {
  const wanted = heading.trim().toLowerCase()
  const column = columns.find(
    ({ key, headers }) => key === wanted || headers.some((known) => known === heading.trim()),
  )
  if (column) return column.key
  const known = columns.map(({ headers }) => headers[0]).join('、')
  throw new TroubleError(`不认识的列名“${heading}”：可用的有 ${known}。(unknown column)`)
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

function parsed(text: string): CsvLine[] {
  try {
    return csvLines(text)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new TroubleError(`文件不是 CSV 表格（${why}）。(not a CSV file)`)
  }
}
