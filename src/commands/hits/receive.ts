import {
  forgetHitImport,
  insertHitImport,
  insertHitLines,
  type StagedLine,
} from '../../db/hit-import.js'
import { setPrincipal } from '../../db/principal.js'
import { transaction } from '../../db/transaction.js'
import type { Deps } from '../deps.js'
import type { Principal } from '../principal.js'

/** What a tool sends, as it arrives. */
export interface Arriving {
  principal: Principal
  tool: string
  pages: AsyncIterable<readonly StagedLine[]>
}

/** What has arrived: under which id its lines are kept, and how many there are. */
export interface Received {
  id: string
  lines: number
}

/**
 * Keeps what arrives page by page, one on its way to the disk while the next is read, so that memory does not grow with
 * it; all of it is durable at the end. No job takes it yet. Throws what `pages` throws, and then keeps nothing.
 */
export async function receiveHits(
  deps: Pick<Deps, 'pool' | 'newId'>,
  { principal, tool, pages }: Arriving,
): Promise<Received> {
  const id = deps.newId()
  const { office_id } = principal
  let lines = 0
  let kept = Promise.resolve()
  const keep = (page: readonly StagedLine[], begins: boolean) =>
    transaction(deps.pool, (tx) =>
      tx.commitWith([
        setPrincipal(tx, principal),
        ...(begins ? [insertHitImport(tx, { id, office_id, tool })] : []),
        insertHitLines(tx, { id, office_id }, page),
      ]),
    )
  try {
    for await (const page of pages) {
      await kept
      kept = keep(page, lines === 0)
      // Heard of with the next page, or at the end; until then it must not end the process.
      kept.catch(ignore)
      lines += page.length
    }
    await kept
  } catch (error) {
    await kept.catch(ignore)
    // Where this fails too it is left behind, and forgotten with the next.
    await forgetHits(deps, principal, id).catch(ignore)
    throw error
  }
  return { id, lines }
}

function ignore(): void {}

/** Drops what has arrived and no job was started for, also what others left a day ago, a few at a time; what a job takes stays. */
export async function forgetHits(
  { pool }: Pick<Deps, 'pool'>,
  principal: Principal,
  id: string,
): Promise<void> {
  await transaction(pool, (tx) =>
    tx.commitWith([setPrincipal(tx, principal), forgetHitImport(tx, principal.office_id, id)]),
  )
}
