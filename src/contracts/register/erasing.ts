import { z } from 'zod'
import { REJECTIONS } from '../../domain/vocabulary.js'
import { count, id, instant, line, text } from '../fields.js'
import { envelope } from '../findings/commands.js'
import { named } from '../named.js'
import { operation } from '../operation.js'
import { byId } from '../params.js'

const { signed_paper_id } = envelope

export const erasingOperations = {
  erasePerson: operation({
    id: 'erasePerson',
    method: 'POST',
    path: '/v1/people/{id}/erase',
    tag: '人员',
    summary: '清除人员信息：离任人员的姓名、联系方式、登录身份，以及文字中的姓名',
    policy: ['office.handler', 'office.reviewer', 'office.leader'],
    step_up: true,
    params: byId,
    body: named(
      'ErasePerson',
      z.strictObject({
        /** Why; neither this nor `basis` may name the person. */
        reason: text().optional(),
        /** The paper it rests on. */
        basis: line(200).optional(),
        signed_paper_id,
      }),
    ),
    status: 200,
    response: named(
      'PersonErasure',
      z.strictObject({
        id,
        person_id: id,
        at: instant,
        erased_by: id,
        signed_paper_id: id.nullable(),
        reason: z.string(),
        basis: z.string(),
        /** The events whose words were erased; none where the person was erased before. */
        findings: z.array(z.strictObject({ finding_id: id, events: z.array(count) })),
        /** Whether texts were searched for the name: not for one that is also another's, or too short. */
        by_name: z.boolean(),
      }),
    ),
    errors: ['UNKNOWN_REFERENCE', 'OPEN_DUTIES', 'LOCKED', ...REJECTIONS],
    idempotent: true,
  }),
} as const
