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

/** What somebody decides for themselves. */
export const preferences = named(
  'Preferences',
  z.strictObject({
    /**
     * Whether reminders before a due and news of what was accepted or closed are mailed to them too. All else is mailed whatever
     * they prefer, and where nobody else of the unit would get it, so is this.
     */
    courtesy_mail: z.boolean(),
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
  getPreferences: operation({
    id: 'getPreferences',
    method: 'GET',
    path: '/v1/me/preferences',
    tag: '本人',
    summary: '本人的邮件偏好',
    policy: 'authenticated',
    status: 200,
    response: preferences,
  }),
  changePreferences: operation({
    id: 'changePreferences',
    method: 'PATCH',
    path: '/v1/me/preferences',
    tag: '本人',
    summary: '更改本人的邮件偏好',
    policy: 'authenticated',
    body: preferences,
    status: 200,
    response: preferences,
    idempotent: true,
  }),
} as const
