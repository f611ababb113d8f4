import { z } from 'zod'
import * as enums from './enums.js'
import { id } from './fields.js'
import { named } from './named.js'
import { operation } from './operation.js'

export const heldRole = named(
  'HeldRole',
  z.strictObject({
    role: enums.personRole,
    label: z.string(),
    unit_id: id.nullable(),
  }),
)

/** Who the caller is, in the office the request is about. */
export const me = named(
  'Me',
  z.strictObject({
    person_id: id,
    name: z.string(),
    office: z.strictObject({ id, name: z.string(), rehearsal: z.boolean() }),
    roles: z.array(heldRole),
    /** Every office that knows them; with several, each request names one in `Office-Id`. */
    offices: z.array(z.strictObject({ id, name: z.string(), rehearsal: z.boolean() })),
  }),
)

export const meOperations = {
  getMe: operation({
    id: 'getMe',
    method: 'GET',
    path: '/v1/me',
    tag: '本人',
    summary: '本人的身份、角色和所在办公室',
    policy: 'authenticated',
    status: 200,
    response: me,
  }),
} as const
