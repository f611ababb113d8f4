import { z } from 'zod'
import { email, id, line, phone } from '../fields.js'
import { named } from '../named.js'
import { registerOperations } from './operations.js'

export const personStatus = z.enum(['active', 'disabled'])

export const person = named(
  'Person',
  z.strictObject({
    id,
    name: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    status: personStatus,
  }),
)

/** Who somebody is to the identity provider; null for somebody who only signs on paper. */
export const login = z.strictObject({ issuer: line(300), subject: line(300) }).nullable()

const fields = {
  name: line(100),
  email: email.nullable().optional(),
  phone: phone.nullable().optional(),
}

export const personEntry = named(
  'PersonEntry',
  z.strictObject({ ...fields, login: login.optional() }),
)
/** Of a login that is there nothing: that is the security administrator's. */
export const personChange = named(
  'PersonChange',
  z.strictObject({ ...fields, name: fields.name.optional() }),
)

export const personOperations = registerOperations({
  one: 'Person',
  many: 'People',
  path: '/v1/people',
  tag: '人员',
  noun: '人员',
  step_up: true,
  row: person,
  entry: personEntry,
  change: personChange,
  query: { status: personStatus.optional() },
})
