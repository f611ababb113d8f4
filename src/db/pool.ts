import { createHash } from 'node:crypto'
import type { Writable } from 'node:stream'
import pg from 'pg'
import { eachRow, type TakeRow } from './each-row.js'
import { readError } from './errors.js'
import { type Handle, type Runnable, sqlb } from './handle.js'
import { parsers } from './parsers.js'

export type DatabaseRole = 'zhenggai_api' | 'zhenggai_worker' | 'zhenggai_migrate'

export interface PoolOptions {
  url: string
  role: DatabaseRole
  max: number
  applicationName: string
  /** A server-side limit for one statement, in milliseconds; 5 s unless told. */
  statementTimeout?: number
  /** Hears of idle connections that broke; they are replaced by themselves. */
  onLost?: (error: Error) => void
}

export type ConnectionCommand =
  | 'begin'
  | 'begin isolation level repeatable read, read only'
  | 'commit'
  | 'rollback'

/** One connection out of the pool. Queries sent without awaiting the last are pipelined. */
export interface Connection {
  /** `patience` in milliseconds replaces the pool's own limit for an answer. */
  send(query: Runnable<unknown>, patience?: number): Promise<pg.QueryResult>
  /** Hands over every row as it comes and keeps none. Rejects with what `take` throws, when the last has come. */
  each(query: Runnable<unknown>, take: TakeRow, patience?: number): Promise<void>
  command(text: ConnectionCommand, patience?: number): Promise<pg.QueryResult>
  /** Gives the connection back; one that broke or is still inside a transaction is destroyed. */
  release(): void
}

export interface Pool extends Handle {
  take(): Promise<Connection>
  close(): Promise<void>
}

/** Prepared statements a connection may hold; a text beyond that is sent without a name. */
const MAX_NAMES = 500
const GRACE = 3_000

/** Opens a pool whose connections act as `role`. Nothing is connected until the first query. */
export function openPool(options: PoolOptions): Pool {
  const { statementTimeout = 5_000 } = options
  const pool = new pg.Pool({
    connectionString: withSettings(options.url, options.role),
    max: options.max,
    application_name: options.applicationName,
    types: parsers,
    pipeline: true,
    keepAlive: true,
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: GRACE,
    statement_timeout: statementTimeout,
    lock_timeout: 2_000,
    idle_in_transaction_session_timeout: 10_000,
    // A server that has gone silent: the driver gives up a little later than the server would have.
    query_timeout: statementTimeout + GRACE,
  })
  pool.on('error', (error) => options.onLost?.(error))
  // The driver's pool hears a connection's errors only while it lies idle. One that is lost while it is handed over
  // would end the process; whoever has it learns of the loss by the query that fails.
  pool.on('connect', (client) => client.on('error', ignore))
  const nameOf = statementNames()
  const take = async (): Promise<Connection> => {
    try {
      return connectionOf(await pool.connect(), nameOf)
    } catch (error) {
      throw readError(error)
    }
  }
  return {
    take,
    async run<R>(query: Runnable<R>) {
      const connection = await take()
      try {
        return (await connection.send(query)).rows as R[]
      } catch (error) {
        throw readError(error)
      } finally {
        connection.release()
      }
    },
    close: () => pool.end(),
  }
}

function connectionOf(
  client: pg.PoolClient,
  nameOf: (text: string) => string | undefined,
): Connection {
  const gather = gathered(client)
  const named = (query: Runnable<unknown>): pg.QueryConfig => {
    const { sql: text, parameters } = query.compile(sqlb)
    const name = nameOf(text)
    return { text, values: [...parameters], ...(name ? { name } : {}) }
  }
  return {
    send(query, patience) {
      gather()
      return client.query(within(named(query), patience))
    },
    each(query, take, patience) {
      gather()
      return eachRow(client, within(named(query), patience), take)
    },
    command(text, patience) {
      gather()
      return client.query(within({ text }, patience))
    },
    release: () => client.release(client.getTransactionStatus() !== 'I'),
  }
}

/**
 * What is sent in one go leaves in one piece: the driver writes each statement by itself, and a system call for each, and
 * the server's waking up for each, cost more than many a statement does.
 */
function gathered(client: pg.PoolClient): () => void {
  const { stream } = (client as WithWire).connection
  let gathering = false
  return () => {
    if (gathering) return
    gathering = true
    stream.cork()
    process.nextTick(() => {
      gathering = false
      stream.uncork()
    })
  }
}

/** The driver has it; its types do not name it. */
type WithWire = pg.PoolClient & { connection: { stream: Writable } }

function ignore(): void {}

/** The driver reads a limit of the query's own; its types do not know it. */
function within<Q extends pg.QueryConfig>(query: Q, patience: number | undefined): Q {
  return patience === undefined ? query : { ...query, query_timeout: patience + GRACE }
}

/** Short names by text, so that each connection parses and plans a text once. */
function statementNames(): (text: string) => string | undefined {
  const names = new Map<string, string>()
  return (text) => {
    const known = names.get(text)
    if (known || names.size >= MAX_NAMES) return known
    const name = createHash('sha256').update(text).digest('base64url').slice(0, 20)
    names.set(text, name)
    return name
  }
}

/**
 * Each text is planned once per connection, not on every use. A plan for any values takes a JSON parameter for a
 * hundred rows, and would rather read a table of some thousand rows than look a hundred up: indexes only.
 */
const PLANS = '-c plan_cache_mode=force_generic_plan -c enable_seqscan=off'

/** The connection's own settings travel in its URL's `options`, after any the operator gave: the last one counts. */
function withSettings(url: string, role: DatabaseRole): string {
  const parsed = new URL(url)
  const given = parsed.searchParams.get('options') ?? ''
  const ours = `-c role=${role} -c TimeZone=UTC -c DateStyle=ISO ${PLANS}`
  parsed.searchParams.set('options', `${given} ${ours}`.trim())
  parsed.search = parsed.search.replaceAll('+', '%20')
  return parsed.toString()
}
