import pg from 'pg'
import t from 'tap'
import { testDatabase } from '../helpers/database.js'

t.test('a test file has a database of its own, in three roles', async (t) => {
  const urls = await testDatabase(t)
  for (const [name, role] of [
    ['owner', 'zhenggai'],
    ['api', 'zhenggai_api'],
    ['worker', 'zhenggai_worker'],
  ] as const) {
    const client = new pg.Client({ connectionString: urls[name] })
    await client.connect()
    const { rows } = await client.query('select current_user as role')
    await client.end()
    t.equal(rows[0]?.role, role)
  }
})
