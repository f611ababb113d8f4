import { first, type Handle, sqlb, statement } from './handle.js'
import { insertText, json, type Row, updateText } from './setwise.js'

/** A unit that has to fix what is found; units form a tree. */
export type Unit = Omit<Row<'unit'>, 'created_at'>

const COLUMNS = [
  'id',
  'office_id',
  'parent_id',
  'name',
  'aliases',
  'mailbox',
  'office_head',
  'status',
  'reads_below',
] as const satisfies readonly (keyof Unit)[]

/** A unit to enter; unless told it reads nothing of the units below it. */
export type NewUnit = Omit<Unit, 'reads_below'> & Partial<Pick<Unit, 'reads_below'>>

const INSERT = statement<never>(insertText('unit', COLUMNS))
const UPDATE = statement<{ id: string }>(
  updateText('unit', ['id', 'office_id'], COLUMNS.slice(2), 'returning t.id'),
)

/** Enters units, parents anywhere among them. Throws UNIQUE for a name the office has. */
export async function insertUnits(h: Handle, units: readonly NewUnit[]): Promise<void> {
  const rows = units.map((unit) => ({ reads_below: false, ...unit }))
  if (rows.length > 0) await h.run(INSERT(json(rows)))
}

/** Changes units; resolves to the number found. Throws UNIQUE for a name the office has. */
export async function updateUnits(h: Handle, units: readonly Unit[]): Promise<number> {
  return (await h.run(UPDATE(json(units)))).length
}

/** A unit the principal may read, or null. */
export function findUnit(h: Handle, id: string): Promise<Unit | null> {
  return first(h.run(sqlb.selectFrom('unit').select(COLUMNS).where('id', '=', id)))
}

/** The units of an office that the principal may read, by name. */
export function listUnits(h: Handle, officeId: string): Promise<Unit[]> {
  return h.run(
    sqlb.selectFrom('unit').select(COLUMNS).where('office_id', '=', officeId).orderBy('name'),
  )
}
