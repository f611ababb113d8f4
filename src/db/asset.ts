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
  'platform',
  'url',
  'status',
] as const satisfies readonly (keyof Asset)[]

const INSERT = statement<never>(insertText('asset', COLUMNS))
const UPDATE = statement<{ id: string }>(
  updateText('asset', ['id', 'office_id'], COLUMNS.slice(2), 'returning t.id'),
)

/** Enters assets. */
export async function insertAssets(h: Handle, assets: readonly Asset[]): Promise<void> {
  if (assets.length > 0) await h.run(INSERT(json(assets)))
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
