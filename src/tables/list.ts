import { type CsvLine, csvLines } from './csv.js'
import { unguarded } from './guard.js'

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

/** Why a text is no such list: nothing in it, no table, a heading nobody knows or that is there twice, a column missing. */
export type ListFault =
  | { kind: 'empty' }
  | { kind: 'no_table'; why: string }
  | { kind: 'unknown' | 'twice'; heading: string }
  | { kind: 'missing'; key: string }

interface ListColumn<Key extends string> {
  key: Key
  headers: readonly string[]
}

/** The lines of a list in CSV; columns are found by their headings in any order. */
export function listLines<Key extends string>(
  text: string,
  columns: readonly ListColumn<Key>[],
  required: readonly Key[],
): Lines<Key> | { fault: ListFault } {
  const records = parsed(text)
  if ('fault' in records) return records
  const [head, ...rest] = records
  if (!head) return { fault: { kind: 'empty' } }
  const keys: Key[] = []
  for (const heading of head.record) {
    const key = keyOf(unguarded(heading), columns)
    if (key === null) return { fault: { kind: 'unknown', heading } }
    if (keys.includes(key)) return { fault: { kind: 'twice', heading } }
    keys.push(key)
  }
  const missing = required.find((key) => !keys.includes(key))
  if (missing !== undefined) return { fault: { kind: 'missing', key: missing } }
  const lines = rest.map(({ record, line }) => {
    const cells: Partial<Record<Key, string>> = {}
    for (const [index, key] of keys.entries()) {
      const cell = unguarded(record[index] ?? '')
      if (cell) cells[key] = cell
    }
    return { line, cells }
  })
  return { keys, lines }
}

function keyOf<Key extends string>(
  heading: string,
  columns: readonly ListColumn<Key>[],
): Key | null {
  const wanted = heading.toLowerCase()
  const column = columns.find(({ key, headers }) => key === wanted || headers.includes(heading))
  return column?.key ?? null
}

function parsed(text: string): CsvLine[] | { fault: ListFault } {
  try {
    return csvLines(text)
  } catch (error) {
    return {
      fault: { kind: 'no_table', why: error instanceof Error ? error.message : String(error) },
    }
  }
}
