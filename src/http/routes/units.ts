import { changedUnit } from '../../commands/register/move-unit.js'
import { notedReach } from '../../commands/register/noted.js'
import { unitRows } from '../../commands/register/rows.js'
import { unitOperations } from '../../contracts/register/units.js'
import { type NamePlace, pageUnits } from '../../db/register-page.js'
import type { Unit } from '../../db/unit.js'
import type { RegisterRoom } from './registers.js'

/** The units that have to fix what is found, as a tree. */
export const unitRoom: RegisterRoom<typeof unitOperations, Unit, NamePlace> = {
  operations: unitOperations,
  register: 'unit',
  present: ({ office_id: _, ...unit }) => unit,
  place: ({ name, id }) => ({ name, id }),
  page: (h, { office_id }, { status }, page) => pageUnits(h, office_id, { status }, page),
  rows: unitRows,
  entry: (
    {
      name,
      parent_id = null,
      aliases = [],
      mailbox = null,
      office_head = null,
      reads_below = false,
    },
    id,
    office,
  ) => ({
    id,
    office_id: office.id,
    parent_id,
    name,
    aliases,
    mailbox,
    office_head,
    status: 'open',
    reads_below,
  }),
  noted: notedReach,
  next: (body, unit, h) => changedUnit(h, unit, body as Partial<Unit>),
}
