import { z } from 'zod'
import { REJECTIONS } from '../../domain/vocabulary.js'
import { id, text } from '../fields.js'
import { envelope } from '../findings/commands.js'
import { named } from '../named.js'
import { operation } from '../operation.js'
import { byId } from '../params.js'

const { signed_paper_id } = envelope

export const successionOperations = {
  reassignFindings: operation({
    id: 'reassignFindings',
    method: 'POST',
    path: '/v1/units/{id}/reassign',
    tag: '单位',
    summary: '单位撤并：将未办结的问题调整至承接单位',
    policy: ['office.handler', 'office.reviewer', 'office.leader'],
    params: byId,
    body: named(
      'UnitSuccession',
      z.strictObject({ successor_id: id.optional(), reason: text().optional(), signed_paper_id }),
    ),
    status: 200,
    response: named(
      'UnitSuccessionReport',
      z.strictObject({
        reassigned: z.array(id),
        /** What stays with the unit for now, and why: sent again later it takes what then can be moved. */
        left: z.array(z.strictObject({ finding_id: id, code: z.enum(REJECTIONS) })),
      }),
    ),
    errors: ['UNKNOWN_REFERENCE', 'LOCKED', ...REJECTIONS],
    idempotent: true,
  }),
} as const
