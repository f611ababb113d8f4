import type { Handle } from '../../db/handle.js'
import { findOffice, type Office } from '../../db/office.js'
import type { Instant } from '../../domain/instant.js'
import type { Deps } from '../deps.js'
import { CommandError } from '../errors.js'
import { type Answer, type KeyUse, once } from '../once.js'
import type { Principal } from '../principal.js'
import { type Noted, note } from '../security-events.js'

/** What a register needs to enter a row of its own. */
export interface Creation<Row> {
  principal: Principal
  key: KeyUse | null
  /** The row to enter, under a new id. */
  row: (id: string, office: Office & { now: Instant }) => Row
  insert: (h: Handle, rows: readonly Row[]) => Promise<void>
  /** What of it matters to safety. */
  noted?: ((before: Row | null, after: Row) => readonly Noted[]) | undefined
}

/**
 * Enters one row in a register of the office. Throws DatabaseError UNIQUE for what must be unique and is taken,
 * FOREIGN_KEY for a reference to nothing of this office.
 */
export function createRow<Row>(
  deps: Deps,
  { principal, key, row, insert, noted = () => [] }: Creation<Row>,
  present: (row: Row) => Answer,
): Promise<Answer> {
  return once(deps, principal, key, {
    load: (tx) => findOffice(tx, principal.office_id),
    act(tx, office) {
      if (!office) throw new CommandError('NOT_FOUND')
      const entered = row(deps.newId(), office)
      const writes = [insert(tx, [entered]), note(tx, deps, principal, noted(null, entered))]
      return { answer: present(entered), writes }
    },
  })
}
