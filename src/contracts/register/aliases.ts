import { z } from 'zod'
import { line } from '../fields.js'
import { named } from '../named.js'
import { OFFICE } from '../notices/operations.js'
import { operation } from '../operation.js'
import { byId } from '../params.js'
import { unit } from './units.js'

export const aliasOperations = {
  learnAlias: operation({
    id: 'learnAlias',
    method: 'POST',
    path: '/v1/units/{id}/aliases',
    tag: '单位',
    summary: '记下单位的别名：以后通报中的这一名称即指该单位',
    policy: OFFICE,
    params: byId,
    body: named('LearntAlias', z.strictObject({ alias: line(100) })),
    status: 200,
    response: unit,
    errors: ['ALREADY_EXISTS'],
    idempotent: true,
    etag: true,
  }),
} as const
