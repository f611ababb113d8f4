import { databaseNow, headsAfter, isOnlyWriter } from '../db/chain.js'
import type { Pool } from '../db/pool.js'
import { type Transaction, transaction } from '../db/transaction.js'
import { toEpoch } from '../domain/instant.js'
import type { HeadsBook } from '../proof/heads-file.js'
import type { HeldHeads } from '../proof/held-heads.js'

const HOUR_MS = 3_600_000
/** How far two clocks may differ before somebody should hear of it. */
const AHEAD_MS = 60_000
const HEADS_A_LINE = 1_000
/** Milliseconds for a statement, and for writing a line between two. */
const PATIENCE = 60_000
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'

interface Signing {
  /** Milliseconds between two rounds. */
  every: number
  /** Told of what somebody should look at. */
  alarm: (text: string) => void
}

/**
 * Writes the ends of all chains that the file does not hold, signed, to a file outside the database: for a caretaker that
 * comes by every minute, once an hour by the file's own last line. What is written hangs on nothing but the ends and the
 * file. Of several workers one writes at a time; a round that was killed is gone on with by the next.
 */
export function createHeadsSigning(
  pool: Pool,
  book: HeadsBook,
  { every = HOUR_MS, alarm = () => undefined }: Partial<Signing> = {},
): () => Promise<void> {
  let next = 0
  let held: HeldHeads | null = null
  return async () => {
    if (Date.now() < next) return
    // A file of years takes its time, and no transaction waits for it; in the round only what came since is read.
    const before = await book.held(held)
    held = before
    await transaction(pool, (tx) => round(tx, book, before, { every, alarm }), {
      patience: PATIENCE,
    })
    next = Date.now() + Math.min(every, HOUR_MS / 60)
  }
}

async function round(
  tx: Transaction,
  book: HeadsBook,
  held: HeldHeads,
  { every, alarm }: Signing,
): Promise<void> {
  if (!(await isOnlyWriter(tx))) return
  let last = await book.last()
  const at = await databaseNow(tx)
  const age = last ? toEpoch(at) - toEpoch(last.at) : 0
  const ahead = age < -AHEAD_MS
  if (ahead) alarm(`signed heads end in a line of ${last?.at}, which is yet to come`)
  else if (last && last.as_of !== null && age < every) return
  const before = ahead ? null : (last?.as_of ?? null)
  const { hashes } = await book.held(held)
  for (let after: string | null = BEFORE_ALL; after !== null; ) {
    const rows = await headsAfter(tx, after, HEADS_A_LINE)
    after = rows.length < HEADS_A_LINE ? null : (rows.at(-1)?.finding_id ?? null)
    const heads = rows.flatMap(({ hash, ...head }) =>
      hash === null || hashes.get(head.finding_id) === hash ? [] : [{ ...head, hash }],
    )
    if (heads.length > 0 || after === null) {
      last = await book.append(last, { at, as_of: after === null ? at : before, heads })
    }
  }
}
