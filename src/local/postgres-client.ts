import pg from 'pg'

/**
 * Runs `work` on one connection and closes it. A loss while nothing is asked of it is heard of by the next query
 * that fails, and does not end the process. Throws what connecting or `work` throws.
 */
export async function withClient<T>(
  config: pg.ClientConfig,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(config)
  client.on('error', ignore)
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(ignore)
  }
}

function ignore(): void {}
