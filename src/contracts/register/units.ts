import { z } from 'zod'
import { MOST_ALIASES } from '../../domain/matching/plain-name.js'
import { email, id, line } from '../fields.js'
import { named } from '../named.js'
import { registerOperations } from './operations.js'

export const openOrClosed = z.enum(['open', 'closed'])

/** 办公室负责人: who is written to when the first rung is climbed. */
const officeHead = named('OfficeHead', z.strictObject({ name: z.string(), address: z.string() }))

export const unit = named(
  'Unit',
  z.strictObject({
    id,
    parent_id: id.nullable(),
    name: z.string(),
    aliases: z.array(z.string()),
    mailbox: z.string().nullable(),
    office_head: officeHead.nullable(),
    status: openOrClosed,
    /** Whether its people read what the units below it read, on every level. */
    reads_below: z.boolean(),
  }),
)

const fields = {
  name: line(100),
  parent_id: id.nullable().optional(),
  aliases: z.array(line(100)).max(MOST_ALIASES).optional(),
  mailbox: email.nullable().optional(),
  office_head: z
    .strictObject({ name: line(100), address: email })
    .nullable()
    .optional(),
  /** 上级单位可看下级. */
  reads_below: z.boolean().optional(),
}

export const unitEntry = named('UnitEntry', z.strictObject(fields))
export const unitChange = named(
  'UnitChange',
  z.strictObject({ ...fields, name: fields.name.optional(), status: openOrClosed.optional() }),
)

export const unitOperations = registerOperations({
  one: 'Unit',
  many: 'Units',
  path: '/v1/units',
  tag: '单位',
  noun: '单位',
  row: unit,
  entry: unitEntry,
  change: unitChange,
  query: { status: openOrClosed.optional() },
})
