import t from 'tap'
import { withClient } from '../../src/local/postgres-client.js'
import { asOwner, pools } from '../db/support.js'

t.test('a connection lost while nothing is asked is told of by the next query', async (t) => {
  const { url } = await pools(t)
  const config = { connectionString: url, application_name: 'idle-client' }
  const used = withClient(config, async (client) => {
    const lost = new Promise((resolve) => client.once('end', resolve))
    await asOwner(
      url,
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'idle-client'`,
    )
    await lost
    await client.query('select 1')
  })
  await t.rejects(used, { message: /not queryable|closed/ })
  t.equal(await withClient(config, async () => 'worked'), 'worked')
})
