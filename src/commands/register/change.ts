import type { Handle } from '../../db/handle.js'
import { lockRegister, type Register } from '../../db/register-lock.js'
import type { Deps } from '../deps.js'
import { CommandError } from '../errors.js'
import { type Answer, type KeyUse, once } from '../once.js'
import type { Principal } from '../principal.js'
import { type Noted, note } from '../security-events.js'

/** What a register needs to change a row of its own. */
export interface RegisterChange<Row> {
  register: Register
  principal: Principal
  key: KeyUse | null
  id: string
  find: (h: Handle, id: string) => Promise<Row | null>
  update: (h: Handle, rows: readonly Row[]) => Promise<number>
  /** The row after the change, or which field cannot be so. Read what the change depends on through the handle. */
  next: (row: Row, h: Handle) => Promise<Row | { wrong: string }> | Row | { wrong: string }
  /** What of it matters to safety. */
  noted?: ((before: Row | null, after: Row) => readonly Noted[]) | undefined
}

export type RowOutcome<Row> =
  | { kind: 'done'; row: Row }
  | { kind: 'wrong'; field: string }
  | { kind: 'stale'; row: Row }

/**
 * Changes one row under its lock; fields nobody names stay. `seen` says whether the caller knows the row as it stands.
 * Throws CommandError NOT_FOUND, DatabaseError UNIQUE and FOREIGN_KEY.
 */
export function changeRow<Row extends object>(
  deps: Deps,
  { register, principal, key, id, find, update, next, noted = () => [] }: RegisterChange<Row>,
  seen: (row: Row) => boolean,
  present: (outcome: RowOutcome<Row>) => Answer,
): Promise<Answer> {
  return once(deps, principal, key, {
    async load(tx) {
      const [, row] = await Promise.all([lockRegister(tx, register, id), find(tx, id)])
      return row
    },
    async act(tx, row) {
      if (!row) throw new CommandError('NOT_FOUND')
      if (!seen(row)) return { answer: present({ kind: 'stale', row }), writes: [] }
      const changed = await next(row, tx)
      if ('wrong' in changed) {
        return { answer: present({ kind: 'wrong', field: changed.wrong }), writes: [] }
      }
      const writes = [update(tx, [changed]), note(tx, deps, principal, noted(row, changed))]
      return { answer: present({ kind: 'done', row: changed }), writes }
    },
  })
}

/** The row with the fields that are given. */
export function patched<Row extends object>(row: Row, given: Partial<Row>): Row {
  const named = Object.entries(given).filter(([, value]) => value !== undefined)
  return { ...row, ...Object.fromEntries(named) }
}
