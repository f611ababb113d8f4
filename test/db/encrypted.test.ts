import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { statement } from '../../src/db/handle.js'
import { openPool } from '../../src/db/pool.js'
import { ownChildren } from '../../src/local/children.js'
import { poll } from '../../src/local/ports.js'
import { startPostgres } from '../../src/local/postgres.js'
import { withClient } from '../../src/local/postgres-client.js'
import { giveTo, postgresUser } from '../../src/local/postgres-user.js'
import { ledgerOf } from '../../src/local/run-folder.js'
import { authority, type Certified } from '../helpers/certificates.js'

const ours = authority('ours')
const theirs = authority('theirs')

/** A Postgres of the test's own, and a way to change the certificate it shows (null: it speaks no TLS). */
async function postgres(t: Test) {
  const folder = t.testdir({ 'ours.pem': ours.cert, 'theirs.pem': theirs.cert })
  const children = ownChildren(ledgerOf(folder))
  t.teardown(() => children.stopAll())
  const where = { folder: join(folder, 'postgres'), env: process.env, durable: false }
  const { urlOf } = await startPostgres(children, where)
  const run = async (text: string) => {
    const { rows } = await withClient({ connectionString: urlOf('postgres') }, (client) =>
      client.query<{ said: string }>(text),
    )
    return rows[0]?.said ?? ''
  }
  await run('create role zhenggai_api in role pg_read_all_stats')
  const data = await run(`select current_setting('data_directory') as said`)
  const shows = async (certified: Certified | null) => {
    for (const part of ['cert', 'key'] as const) {
      const file = join(data, `server-${part}.pem`)
      if (certified) writeFileSync(file, certified[part], { mode: 0o600 })
      if (certified) giveTo(postgresUser(), file)
      await run(`alter system set ssl_${part}_file = 'server-${part}.pem'`)
    }
    await run(`alter system set ssl = ${certified ? 'on' : 'off'}`)
    const before = await run('select pg_conf_load_time()::text as said')
    await run('select pg_reload_conf()')
    const loaded = async () =>
      (await run('select pg_conf_load_time()::text as said')) !== before || undefined
    if (!(await poll(loaded, 10_000))) throw new Error('not reloaded')
  }
  /** How the connection is encrypted, asked for by this host's name and believing this authority. */
  const asked = async (host: string, believed: string) => {
    const url = new URL(urlOf('postgres'))
    url.hostname = host
    url.search = `?sslmode=verify-full&sslrootcert=${encodeURIComponent(join(folder, believed))}`
    const how = { role: 'zhenggai_api', max: 1, applicationName: 'test' } as const
    const pool = openPool({ ...how, url: url.href })
    try {
      const [row] = await pool.run(
        statement<{ version: string | null }>(
          'select version from pg_stat_ssl where pid = pg_backend_pid()',
        )(),
      )
      return row?.version ?? null
    } finally {
      await pool.close()
    }
  }
  return { shows, asked }
}

t.test(
  'S44 the database is spoken to encrypted, and only as whom it shows itself to be',
  async (t) => {
    const { shows, asked } = await postgres(t)
    const refused = (how: Promise<unknown>, why: RegExp, what: string) =>
      t.rejects(how, { code: 'UNAVAILABLE', cause: { message: why } }, what)
    await shows(ours.certify('localhost'))
    t.match(await asked('localhost', 'ours.pem'), /^TLSv1\.[23]$/)
    await refused(
      asked('localhost', 'theirs.pem'),
      /unable to verify|self.signed/,
      'another authority',
    )
    await refused(asked('127.0.0.1', 'ours.pem'), /altnames|IP/, 'another name')
    await shows(ours.certify('localhost', -1))
    await refused(asked('localhost', 'ours.pem'), /expired/, 'a certificate that is over')
    await shows(null)
    await refused(
      asked('localhost', 'ours.pem'),
      /does not support SSL/,
      'a server that offers none',
    )
  },
)
