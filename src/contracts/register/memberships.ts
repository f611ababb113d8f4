import { z } from 'zod'
import * as enums from '../enums.js'
import { type FieldIssue, id, localDate } from '../fields.js'
import { named } from '../named.js'
import { registerOperations } from './operations.js'

/** A role somebody holds: in a unit for 联络员 and 单位签发人, in the office for all others. */
export const membership = named(
  'Membership',
  z.strictObject({
    id,
    person_id: id,
    unit_id: id.nullable(),
    role: enums.personRole,
    from_on: localDate,
    until_on: localDate.nullable(),
  }),
)

const entry = z.strictObject({
  person_id: id,
  unit_id: id.nullable().optional(),
  role: enums.personRole,
  from_on: localDate.optional(),
  until_on: localDate.nullable().optional(),
})

export const membershipEntry = named(
  'MembershipEntry',
  entry
    .refine(({ role, unit_id }) => !role.startsWith('unit.') || unit_id, {
      path: ['unit_id'],
      error: 'REQUIRED' satisfies FieldIssue,
    })
    .refine(({ role, unit_id }) => role.startsWith('unit.') || !unit_id, {
      path: ['unit_id'],
      error: 'UNKNOWN_FIELD' satisfies FieldIssue,
    }),
)

/** Only its end can be changed: who held which role when is part of the record. */
export const membershipChange = named(
  'MembershipChange',
  z.strictObject({ until_on: localDate.nullable() }),
)

export const membershipOperations = registerOperations({
  one: 'Membership',
  many: 'Memberships',
  path: '/v1/memberships',
  tag: '任职',
  noun: '任职',
  step_up: true,
  refusals: ['OWN_ROLE', 'DUTIES_APART'],
  row: membership,
  entry: membershipEntry,
  change: membershipChange,
  query: { person: id.optional(), unit: id.optional() },
})
