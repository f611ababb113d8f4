import { findOffice } from '../../db/office.js'
import { becomeSystem, setPrincipal } from '../../db/principal.js'
import { proveSlices } from '../../db/slice.js'
import type { ListedSlice } from '../../db/slice-list.js'
import { transaction } from '../../db/transaction.js'
import type { Deps } from '../deps.js'
import type { Principal } from '../principal.js'

/**
 * A unit has been shown these slices: the first time since they were served is kept, since it proves that they were
 * delivered. Reading by anybody but a slice's own unit changes nothing.
 */
export async function recordOpening(
  { pool }: Deps,
  principal: Principal,
  shown: readonly Pick<ListedSlice, 'notice_id' | 'unit_id' | 'opened_at'>[],
): Promise<void> {
  if (principal.scope !== 'unit') return
  const unread = shown.filter(
    ({ unit_id, opened_at }) => opened_at === null && principal.units.includes(unit_id),
  )
  if (unread.length === 0) return
  await transaction(pool, async (tx) => {
    const [, , office] = await Promise.all([
      setPrincipal(tx, principal),
      becomeSystem(tx),
      findOffice(tx, principal.office_id),
    ])
    if (!office) return
    const proof = { at: office.now, as_of: office.now, how: 'opened', mail_id: null } as const
    const proofs = unread.map(({ notice_id, unit_id }) => ({ notice_id, unit_id, proof }))
    await tx.commitWith([proveSlices(tx, proofs)])
  })
}
