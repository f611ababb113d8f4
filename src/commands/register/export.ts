import type { Handle } from '../../db/handle.js'
import { setPrincipal } from '../../db/principal.js'
import type { Register } from '../../db/register-lock.js'
import { transaction } from '../../db/transaction.js'
import type { Deps } from '../deps.js'
import type { Principal } from '../principal.js'
import { note } from '../security-events.js'

/** Which register, and what of it the caller may read. */
export interface RegisterExport<Row, Beside> {
  principal: Principal
  register: Register
  list: (h: Handle, officeId: string) => Promise<Row[]>
  /** What its rows are told with. */
  beside: (h: Handle, officeId: string) => Promise<Beside>
}

/**
 * All of a register to be taken out of the house. That it is, and how many rows, is recorded before anybody has any of them:
 * whoever dies in between has recorded an export that was none, never the other way round.
 */
export function exportRegister<Row, Beside>(
  deps: Pick<Deps, 'pool' | 'newId'>,
  { principal, register, list, beside }: RegisterExport<Row, Beside>,
): Promise<{ rows: Row[]; beside: Beside }> {
  const { office_id } = principal
  return transaction(deps.pool, async (tx) => {
    const [, rows, others] = await Promise.all([
      setPrincipal(tx, principal),
      list(tx, office_id),
      beside(tx, office_id),
    ])
    const detail = { register, rows: rows.length }
    const noted = { kind: 'register_exported', about: office_id, detail } as const
    await tx.commitWith([note(tx, deps, principal, [noted])])
    return { rows, beside: others }
  })
}
