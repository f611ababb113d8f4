import { findOffice } from '../../db/office.js'
import { becomeSystem, setPrincipal } from '../../db/principal.js'
import { openSlices, type Slice } from '../../db/slice.js'
import { transaction } from '../../db/transaction.js'
import type { Deps } from '../deps.js'
import type { Principal } from '../principal.js'

/**
 * A unit has been shown these slices: the first time is kept, since it proves that they were delivered. Reading by
 * anybody but a slice's own unit changes nothing.
 */
export async function recordOpening(
  { pool }: Deps,
  principal: Principal,
  shown: readonly Pick<Slice, 'notice_id' | 'unit_id' | 'opened_at'>[],
): Promise<void> {
  if (principal.scope !== 'unit') return
  const unread = shown.filter(
    ({ unit_id, opened_at }) => opened_at === null && principal.units.includes(unit_id),
  )
  const [first] = unread
  if (!first) return
  const units = unread.map(({ unit_id }) => unit_id)
  await transaction(pool, async (tx) => {
    const [, , office] = await Promise.all([
      setPrincipal(tx, principal),
      becomeSystem(tx),
      findOffice(tx, principal.office_id),
    ])
    if (office) await tx.commitWith([openSlices(tx, first.notice_id, units, office.now)])
  })
}
