import type { TakeRow } from './each-row.js'
import { isAftermath, NotCommittedError, readError } from './errors.js'
import { type Handle, type Runnable, statement } from './handle.js'
import type { Connection, Pool } from './pool.js'

export interface Transaction extends Handle {
  /** Hands over each row of a query as it comes, for more than is to be held; rejects with what `take` throws. */
  each(query: Runnable<unknown>, take: TakeRow): Promise<void>
  /**
   * Sends the commit right behind these writes, without waiting for them, and waits for all. Throws the first
   * write's error, else NotCommittedError when the server answered anything but COMMIT. Nothing can be run after.
   */
  commitWith(writes?: readonly Promise<unknown>[]): Promise<void>
}

/** How a transaction opens: to read everything as of one moment, or with more time than a command has. */
export interface Opening {
  snapshot?: boolean
  /** Milliseconds for each statement, and for thinking between two; the pool's own limits unless given. */
  patience?: number | undefined
}

const PATIENCE = statement<never>(
  `select set_config('statement_timeout', $1, true),
     set_config('idle_in_transaction_session_timeout', $1, true)`,
)

/**
 * Runs `work` in one transaction on one connection. Queries sent without awaiting the last travel together; `begin`
 * travels with the first of them, so that a round trip is paid only where an answer is needed. Commits when `work`
 * resolves without having done so, rolls back when it throws. Throws what `work` throws and what `commitWith` says;
 * where several statements failed, the first failure.
 */
export async function transaction<T>(
  pool: Pool,
  work: (tx: Transaction) => Promise<T>,
  opening: Opening = {},
): Promise<T> {
  const connection = await pool.take()
  const tx = begin(connection, opening)
  try {
    const answer = await work(tx)
    if (!tx.over) await tx.commitWith()
    return answer
  } catch (error) {
    if (!tx.over) await connection.command('rollback').catch(ignore)
    throw error
  } finally {
    connection.release()
  }
}

const SNAPSHOT = 'begin isolation level repeatable read, read only'

function begin(
  connection: Connection,
  { snapshot, patience }: Opening,
): Transaction & { readonly over: boolean } {
  let failure: unknown = null
  let over = false

  /** A rejection nobody awaits must not end the process: it is remembered, and the commit tells of it. */
  const watch = <T>(sent: Promise<T>): Promise<T> => {
    const watched = sent.catch((error: unknown) => {
      failure ??= readError(error)
      throw isAftermath(error) ? failure : readError(error)
    })
    watched.catch(ignore)
    return watched
  }
  const begun = watch(connection.command(snapshot ? SNAPSHOT : 'begin'))

  if (patience !== undefined) void watch(connection.send(PATIENCE(String(patience)), patience))

  return {
    get over() {
      return over
    },
    run<R>(query: Runnable<R>) {
      if (over) return Promise.reject(new Error('the transaction is over'))
      const sent = watch(connection.send(query, patience))
      // Were `begin` refused, what follows would commit by itself: no answer counts before its own.
      const rows = begun.then(() => sent).then((result) => result.rows as R[])
      rows.catch(ignore)
      return rows
    },
    each(query, take) {
      if (over) return Promise.reject(new Error('the transaction is over'))
      const sent = watch(connection.each(query, take, patience))
      const taken = begun.then(() => sent)
      taken.catch(ignore)
      return taken
    },
    async commitWith(writes = []) {
      if (over) throw new Error('the transaction is over')
      over = true
      const committed = watch(connection.command('commit', patience))
      const [answer, ...written] = await Promise.allSettled([committed, ...writes])
      const failed = written.find((write) => write.status === 'rejected')
      if (failed) throw failed.reason
      if (answer.status === 'rejected') throw answer.reason
      if (answer.value.command !== 'COMMIT') throw new NotCommittedError(failure)
    },
  }
}

function ignore(): void {}
