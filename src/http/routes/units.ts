import { changedUnit } from '../../commands/register/move-unit.js'
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
  // A unit that is new has nothing yet to be read; whether it reads is said.
  noted: (before, { id, parent_id, reads_below }) => {
    const same = before?.parent_id === parent_id || before === null
    return same && (before?.reads_below ?? false) === reads_below
      ? []
      : [{ kind: 'reach_changed', about: id, detail: { parent_id, reads_below } }]
  },
  next: (body, unit, h) => changedUnit(h, unit, body as Partial<Unit>),
}
