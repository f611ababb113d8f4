import { z } from 'zod'
import { id } from '../fields.js'
import { named } from '../named.js'
import { operation } from '../operation.js'
import { byId } from '../params.js'

export const handoverOperations = {
  handOverFindings: operation({
    id: 'handOverFindings',
    method: 'POST',
    path: '/v1/people/{id}/handover',
    tag: '人员',
    summary: '工作移交：将经办人未办结的问题移交另一经办人',
    policy: ['admin', 'office.leader'],
    step_up: true,
    params: byId,
    body: named('Handover', z.strictObject({ to_person_id: id })),
    status: 200,
    response: named('HandoverReport', z.strictObject({ findings: z.array(id) })),
    errors: ['UNKNOWN_REFERENCE', 'LOCKED'],
    idempotent: true,
  }),
} as const
