import { z } from 'zod'
import { MOST_ALIASES } from '../../domain/matching/plain-name.js'
import * as enums from '../enums.js'
import { id, line, link } from '../fields.js'
import { named } from '../named.js'
import { registerOperations } from './operations.js'
import { openOrClosed } from './units.js'

export const asset = named(
  'Asset',
  z.strictObject({
    id,
    unit_id: id,
    operating_unit_id: id.nullable(),
    medium: enums.medium,
    name: z.string(),
    /** What else it is called, and was before it was renamed. */
    aliases: z.array(z.string()),
    platform: z.string().nullable(),
    url: z.string().nullable(),
    status: openOrClosed,
  }),
)

const optional = {
  operating_unit_id: id.nullable().optional(),
  aliases: z.array(line(200)).max(MOST_ALIASES).optional(),
  platform: line(100).nullable().optional(),
  url: link.nullable().optional(),
}

export const assetEntry = named(
  'AssetEntry',
  z.strictObject({ unit_id: id, medium: enums.medium, name: line(200), ...optional }),
)
export const assetChange = named(
  'AssetChange',
  z.strictObject({
    unit_id: id.optional(),
    medium: enums.medium.optional(),
    name: line(200).optional(),
    ...optional,
    status: openOrClosed.optional(),
  }),
)

export const assetOperations = registerOperations({
  one: 'Asset',
  many: 'Assets',
  path: '/v1/assets',
  tag: '站点账号',
  noun: '网站、栏目、账号',
  row: asset,
  entry: assetEntry,
  change: assetChange,
  query: { unit: id.optional(), status: openOrClosed.optional() },
})
