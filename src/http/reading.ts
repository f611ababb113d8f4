import { CommandError } from '../commands/errors.js'
import type { Principal } from '../commands/principal.js'
import { listEvents } from '../db/event.js'
import { findFinding } from '../db/finding.js'
import type { Handle } from '../db/handle.js'
import type { Pool } from '../db/pool.js'
import { becomeSystem, setPrincipal, unitsRead } from '../db/principal.js'
import { transaction } from '../db/transaction.js'
import type { Handling } from '../domain/vocabulary.js'

/**
 * Reads as the caller: row-level security shows what is theirs. Queries sent together travel together; with `snapshot`
 * all of them read as of one moment.
 */
export function readAs<T>(
  pool: Pool,
  principal: Principal,
  read: (handle: Handle) => Promise<T>,
  opening: { snapshot?: boolean } = {},
): Promise<T> {
  const work = async (tx: Handle) => {
    // Waited for together: whichever is refused first, none is left alone with its refusal.
    const [, answer] = await Promise.all([setPrincipal(tx, principal), read(tx)])
    return answer
  }
  // What is read of units below is read where nothing can be written, and nowhere else.
  return transaction(pool, work, principal.below ? { ...opening, snapshot: true } : opening)
}

/** The caller where units below theirs are read too, if the office says so of theirs; a portal is its own unit's alone. */
export function readingBelow(principal: Principal): Principal {
  const { scope, service_account_id } = principal
  return scope === 'unit' && service_account_id === undefined
    ? { ...principal, below: true }
    : principal
}

/**
 * How a finding is handled that the caller does not see but of which they may read some of the record: a former unit
 * keeps what it did. Reads on as the caller afterwards. Throws CommandError NOT_FOUND.
 */
export async function formerHandling(
  h: Handle,
  principal: Principal,
  id: string,
): Promise<Handling> {
  const [own] = await listEvents(h, id, { after: 0, limit: 1 })
  if (!own) throw new CommandError('NOT_FOUND')
  const [, found] = await Promise.all([becomeSystem(h), findFinding(h, id)])
  await setPrincipal(h, principal)
  if (!found) throw new CommandError('NOT_FOUND')
  return found.finding.handling
}

/** The units a list is narrowed to anyway for this caller: said aloud, an index serves it; undefined where all are read. Asked in `h`. */
export async function readUnits(
  h: Handle,
  { scope, units, below = false }: Principal,
): Promise<readonly string[] | undefined> {
  if (scope !== 'unit') return undefined
  return below ? unitsRead(h) : units
}
