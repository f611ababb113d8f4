import { first, type Handle, sqlb, statement } from './handle.js'
import { insertText, json, type Row, updateText } from './setwise.js'

/** What is inspected: a site, channel, account, mailbox or service; owning and operating unit apart. */
export type Asset = Omit<Row<'asset'>, 'created_at'>

const COLUMNS = [
  'id',
  'office_id',
  'unit_id',
  'operating_unit_id',
  'medium',
  'name',
  'aliases',
  'platform',
  'url',
  'status',
] as const satisfies readonly (keyof Asset)[]

/** An asset to enter; unless told it is called by its name alone. */
export type NewAsset = Omit<Asset, 'aliases'> & Partial<Pick<Asset, 'aliases'>>

const INSERT = statement<never>(insertText('asset', COLUMNS))
const UPDATE = statement<{ id: string }>(
  updateText('asset', ['id', 'office_id'], COLUMNS.slice(2), 'returning t.id'),
)
const LOCK_ALL = statement<Asset>(
  `select ${COLUMNS.join(', ')} from asset where office_id = $1 order by id for no key update`,
)

/** Enters assets. */
export async function insertAssets(h: Handle, assets: readonly NewAsset[]): Promise<void> {
  const rows = assets.map((asset) => ({ aliases: [], ...asset }))
  if (rows.length > 0) await h.run(INSERT(json(rows)))
}

/** Changes assets; resolves to the number found. */
export async function updateAssets(h: Handle, assets: readonly Asset[]): Promise<number> {
  return (await h.run(UPDATE(json(assets)))).length
}

/** An asset the principal may read, or null. */
export function findAsset(h: Handle, id: string): Promise<Asset | null> {
  return first(h.run(sqlb.selectFrom('asset').select(COLUMNS).where('id', '=', id)))
}

/** The assets of an office that the principal may read, by name. */
export function listAssets(h: Handle, officeId: string): Promise<Asset[]> {
  const query = sqlb.selectFrom('asset').select(COLUMNS).where('office_id', '=', officeId)
  return h.run(query.orderBy('name').orderBy('id'))
}

/** The same, locked: nobody changes one of them while a list is held against them. */
export function lockAssets(h: Handle, officeId: string): Promise<Asset[]> {
  return h.run(LOCK_ALL(officeId))
}
