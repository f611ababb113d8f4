import pg from 'pg'

/** A row as it came over the wire: its columns in order, each the text the server wrote, null where there is nothing. */
export type WireRow = readonly (string | null)[]
export type TakeRow = (row: WireRow) => void

/**
 * Runs a query and hands over each row the moment it has come; the server goes on with the next ones meanwhile, until
 * the connection holds as many as it can. Rejects with the query's error, or with what `take` threw first: the rows
 * behind that one still come and are left aside.
 */
export function eachRow(client: pg.PoolClient, config: LimitedQuery, take: TakeRow): Promise<void> {
  return new Promise((resolve, reject) => {
    let thrown: Error | null = null
    const takeNext = (row: WireRow) => {
      if (thrown) return
      try {
        take(row)
      } catch (error) {
        thrown = error instanceof Error ? error : new Error(String(error))
      }
    }
    const done = (refused: Error | undefined) => {
      const failure = refused ?? thrown
      if (failure) reject(failure)
      else resolve()
    }
    client.query(new RowsQuery(config, takeNext, done))
  })
}

interface LimitedQuery extends pg.QueryConfig {
  query_timeout?: number
}

/** The driver's own query, but for its rows: where there is a limit of time, the driver keeps all of them as objects. */
class RowsQuery extends pg.Query {
  /** Read by the driver, as `handleDataRow` is called by it; its types know neither. */
  readonly query_timeout: number | undefined
  readonly handleDataRow: (message: { fields: WireRow }) => void

  constructor(config: LimitedQuery, take: TakeRow, done: (refused: Error | undefined) => void) {
    super(config, done)
    this.query_timeout = config.query_timeout
    this.handleDataRow = ({ fields }) => take(fields)
  }
}
