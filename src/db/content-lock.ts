import { knownHashes } from './evidence.js'
import { type Handle, statement } from './handle.js'
import type { Pool } from './pool.js'
import { transaction } from './transaction.js'

const CONTENT = `hashtextextended('content ' || $1::text, 0)`
const NAME = statement<never>(`select pg_advisory_xact_lock_shared(${CONTENT})`)
const REMOVE = statement<{ granted: boolean }>(
  `select pg_try_advisory_xact_lock(${CONTENT}) as granted`,
)

/** Before content is kept for a record of this transaction: until it ends no sweep removes it. */
export async function lockContent(h: Handle, sha256: string): Promise<void> {
  await h.run(NAME(sha256))
}

/** Longer than a store may take to say how old something is and to remove it, one after the other; milliseconds. */
const PATIENCE = 20_000

/**
 * Removes content while nobody can keep it for a record; false, not asking `remove`, where one names it or is being
 * entered. Throws what `remove` throws.
 */
export function unlessNamed(
  pool: Pool,
  sha256: string,
  remove: () => Promise<boolean>,
): Promise<boolean> {
  return transaction(
    pool,
    async (tx) => {
      const [lock] = await tx.run(REMOVE(sha256))
      if (!lock?.granted || (await knownHashes(tx, [sha256])).has(sha256)) return false
      return remove()
    },
    { patience: PATIENCE },
  )
}
