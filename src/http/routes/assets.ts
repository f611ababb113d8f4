import { patched } from '../../commands/register/change.js'
import { renamed } from '../../commands/register/renamed.js'
import { assetRows } from '../../commands/register/rows.js'
import { assetOperations } from '../../contracts/register/assets.js'
import type { Asset } from '../../db/asset.js'
import { type NamePlace, pageAssets } from '../../db/register-page.js'
import type { RegisterRoom } from './registers.js'

/** What is inspected: sites, channels, accounts, mailboxes, services. */
export const assetRoom: RegisterRoom<typeof assetOperations, Asset, NamePlace> = {
  operations: assetOperations,
  register: 'asset',
  present: ({ office_id: _, ...asset }) => asset,
  place: ({ name, id }) => ({ name, id }),
  page: (h, { office_id }, { status, unit }, page) =>
    pageAssets(h, office_id, { status, unit }, page),
  rows: assetRows,
  entry: (body, id, office) => {
    const { operating_unit_id = null, aliases = [], platform = null, url = null, ...asset } = body
    const place = { id, office_id: office.id, operating_unit_id, status: 'open' } as const
    return { ...asset, ...place, aliases, platform, url }
  },
  next: (body, asset) => renamed(asset, patched(asset, body as Partial<Asset>)),
}
