import { changedHeads, databaseNow, isOnlyWriter } from '../db/chain.js'
import type { Pool } from '../db/pool.js'
import { type Transaction, transaction } from '../db/transaction.js'
import { type Instant, plusMs, toEpoch } from '../domain/instant.js'
import type { HeadsBook } from '../proof/heads-file.js'

const HOUR_MS = 3_600_000
/** A command says when it happened before it commits: what committed late is looked for once more. */
const OVERLAP_MS = 10 * 60_000
const HEADS_A_LINE = 1_000
/** Milliseconds for a statement, and for writing a line between two. */
const PATIENCE = 60_000
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'

/**
 * Writes the changed ends of all chains, signed, to a file outside the database: for a caretaker that comes by every
 * minute, once an hour by the file's own last line. Of several workers one writes at a time. A round that was killed is
 * made again from where the last complete one ended; a head that is written twice is no harm.
 */
export function createHeadsSigning(
  pool: Pool,
  book: HeadsBook,
  every = HOUR_MS,
): () => Promise<void> {
  let next = 0
  /** What the last round wrote: what it overlaps with is not written again. */
  let written: ReadonlyMap<string, string> = new Map()
  return async () => {
    if (Date.now() < next) return
    const done = await transaction(pool, (tx) => round(tx, book, { every, written }), {
      patience: PATIENCE,
    })
    if (done) written = done
    next = Date.now() + Math.min(every, HOUR_MS / 60)
  }
}

/** One round; null where another worker writes, or the last line is not old enough. */
async function round(
  tx: Transaction,
  book: HeadsBook,
  { every, written }: { every: number; written: ReadonlyMap<string, string> },
): Promise<ReadonlyMap<string, string> | null> {
  if (!(await isOnlyWriter(tx))) return null
  let last = await book.last()
  const at = await databaseNow(tx)
  if (last && last.as_of !== null && toEpoch(at) < toEpoch(last.at) + every) return null
  const before = last?.as_of ?? null
  const now = new Map<string, string>()
  for (let after: string | null = BEFORE_ALL; after !== null; ) {
    const rows = await changedHeads(tx, sinceOf(before), after, HEADS_A_LINE)
    after = rows.length < HEADS_A_LINE ? null : (rows.at(-1)?.finding_id ?? null)
    const heads = rows.filter(({ finding_id, hash }) => written.get(finding_id) !== hash)
    if (now.size < HEADS_A_LINE) for (const row of rows) now.set(row.finding_id, row.hash)
    if (heads.length > 0 || after === null) {
      last = await book.append(last, { at, as_of: after === null ? at : before, heads })
    }
  }
  return now
}

function sinceOf(before: Instant | null): Instant | '-infinity' {
  return before === null ? '-infinity' : plusMs(before, -OVERLAP_MS)
}
