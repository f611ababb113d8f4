import { z } from 'zod'
import { id } from '../fields.js'
import { CASE_ROLES } from '../findings/operations.js'
import { named } from '../named.js'
import { operation } from '../operation.js'
import { pageOf, paging } from '../query.js'

/** A unit as all others may know it. */
const unitName = named('UnitName', z.strictObject({ id, name: z.string() }))

export const unitNameOperations = {
  listUnitNames: operation({
    id: 'listUnitNames',
    method: 'GET',
    path: '/v1/unit-names',
    tag: '单位',
    summary: '单位名录（申请调整责任单位时选用）',
    policy: CASE_ROLES,
    query: z.strictObject(paging),
    status: 200,
    response: named('UnitNamePage', pageOf(unitName)),
    errors: ['CURSOR_INVALID'],
  }),
} as const
