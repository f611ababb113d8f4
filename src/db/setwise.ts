import type { Selectable } from 'kysely'
import type { DB } from './schema.gen.js'

export type Table = keyof DB
export type Row<T extends Table> = Selectable<DB[T]>
type Column<T extends Table> = keyof DB[T] & string

/**
 * Texts of statements that take any number of rows as one JSON parameter `$1`, so that the number of statements
 * never grows with the rows. Keys missing from a row are null; only the named columns are written.
 */
export function insertText<T extends Table>(
  table: T,
  columns: readonly Column<T>[],
  tail = '',
): string {
  const list = columns.join(', ')
  return `insert into ${table} (${list}) select ${list} from ${rowsOf(table)} r ${tail}`
}

/**
 * Sets `columns` of the rows found by `keys`, the first of them an id; nothing is inserted. The ids are named once more by
 * themselves, for the fence names the office: a plan made while a table was small reads all of an office's rows else.
 */
export function updateText<T extends Table>(
  table: T,
  keys: readonly [Column<T>, ...Column<T>[]],
  columns: readonly Column<T>[],
  tail = '',
): string {
  const [id] = keys
  const ids = `array(select k.${id} from json_to_recordset($1::json) as k (${id} uuid))`
  const set = columns.map((column) => `${column} = r.${column}`).join(', ')
  const where = keys.map((key) => `t.${key} = r.${key}`).join(' and ')
  return `update ${table} t set ${set} from ${rowsOf(table)} r where t.${id} = any (${ids}) and ${where} ${tail}`
}

/**
 * A statement that writes the rows of the JSON parameter and fails unless each of them is written: `text` updates and
 * ends without `returning`. The count is taken by the database, since a commit may already be on its way.
 */
export function everyRowText<T extends Table>(table: T, text: string): string {
  return `with written as (${text} returning 1)
    select expect_rows('${table}', (select count(*) from written), json_array_length($1::json))`
}

/** The rows of the JSON parameter, typed as the table's. */
export function rowsOf(table: Table): string {
  return `json_populate_recordset(null::${table}, $1::json)`
}

/** Rows as the one parameter. */
export function json(rows: readonly object[]): string {
  return JSON.stringify(rows)
}
