import { z } from 'zod'
import { FIELD_CODES } from '../field-errors.js'
import { count, id } from '../fields.js'
import { named } from '../named.js'
import { operation } from '../operation.js'

/** So many lines may be sent at once, in so many characters. */
export const MOST_LISTED = { lines: 5_000, characters: 1_000_000 } as const

/** Who takes a register out of the house: who keeps it, who works with it, who audits. */
const READERS = ['admin', 'auditor', 'office.handler', 'office.reviewer', 'office.leader'] as const

/** What became of each line of a list; where one is refused nothing was written, and only those that are are told. */
export const assetReport = named(
  'AssetReport',
  z.strictObject({
    written: z.boolean(),
    added: count,
    changed: count,
    unchanged: count,
    lines: z.array(
      z.strictObject({
        /** Its number in the file, from 1; the headings are one. */
        line: z.number().int(),
        result: z.enum(['added', 'changed', 'unchanged', 'refused']),
        asset_id: id.nullable(),
        /** What is wrong with a refused one, cell by cell. */
        faults: z.array(
          z.strictObject({
            column: z.string(),
            code: z.enum(FIELD_CODES),
            message: z.string(),
          }),
        ),
      }),
    ),
  }),
)

export const registerListOperations = {
  exportUnits: operation({
    id: 'exportUnits',
    method: 'GET',
    path: '/v1/units.csv',
    tag: '单位',
    summary: '导出单位名册：CSV，可再导入；每次导出记入安全事件',
    policy: READERS,
    status: 200,
    response: null,
    download: 'text/csv',
  }),
  exportAssets: operation({
    id: 'exportAssets',
    method: 'GET',
    path: '/v1/assets.csv',
    tag: '站点账号',
    summary: '导出网站、栏目、账号名册：CSV，可再导入；每次导出记入安全事件',
    policy: READERS,
    status: 200,
    response: null,
    download: 'text/csv',
  }),
  importAssets: operation({
    id: 'importAssets',
    method: 'POST',
    path: '/v1/assets/import',
    tag: '站点账号',
    summary: '导入网站、栏目、账号名册：逐行核对，有一行不对就一行也不导入；没有的列不改',
    policy: ['admin'],
    body: named(
      'AssetListing',
      z.strictObject({
        /** A list in CSV with its headings, in any order. */
        csv: z.string().min(1).max(MOST_LISTED.characters),
      }),
    ),
    body_limit: 4 * 1024 * 1024,
    status: 200,
    response: assetReport,
    // A name that was entered meanwhile.
    errors: ['ALREADY_EXISTS'],
    idempotent: true,
  }),
} as const
