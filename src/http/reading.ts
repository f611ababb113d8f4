import type { Principal } from '../commands/principal.js'
import type { Handle } from '../db/handle.js'
import type { Pool } from '../db/pool.js'
import { setPrincipal } from '../db/principal.js'
import { transaction } from '../db/transaction.js'

/** Reads as the caller: row-level security shows what is theirs. Queries sent together travel together. */
export function readAs<T>(
  pool: Pool,
  principal: Principal,
  read: (handle: Handle) => Promise<T>,
): Promise<T> {
  return transaction(pool, async (tx) => {
    // Waited for together: whichever is refused first, none is left alone with its refusal.
    const [, answer] = await Promise.all([setPrincipal(tx, principal), read(tx)])
    return answer
  })
}

/** The units a list is narrowed to anyway for this caller: said aloud, an index serves it; undefined where all are read. */
export function ownUnits({ scope, units }: Principal): readonly string[] | undefined {
  return scope === 'unit' ? units : undefined
}
