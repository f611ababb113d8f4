import pg from 'pg'

/**
 * A connection of the bench's own. That it is lost when the servers are stopped is nobody's error: whoever is using
 * it hears of it by the query that fails.
 */
export async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString })
  client.on('error', ignore)
  await client.connect()
  return client
}

/** A few connections, for asking how far a peer is. */
export function smallPool(connectionString: string): pg.Pool {
  const pool = new pg.Pool({ connectionString, max: 2 })
  pool.on('error', ignore)
  return pool
}

function ignore(): void {}
