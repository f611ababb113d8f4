import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import t, { type Test } from 'tap'
import { type Children, ownChildren } from '../../src/local/children.js'
import { type Postgres, startPostgres } from '../../src/local/postgres.js'
import { loginInRole, ownedDatabase } from '../../src/local/postgres-database.js'
import { removeCluster } from '../../src/local/postgres-reach.js'

function place(
  t: Test,
  durable = false,
): { children: Children; folder: string; start: () => Promise<Postgres> } {
  const folder = join(t.testdir(), 'postgres')
  const children = ownChildren(join(folder, 'children.json'))
  t.teardown(async () => {
    await children.stopAll()
    // Seen on a machine with a slow disk: the log's folder was still being written to. Nothing here is about that.
    await removeCluster(folder).catch((error: unknown) => t.comment(String(error)))
  })
  const start = () => startPostgres(children, { folder, env: process.env, durable })
  return { children, folder, start }
}

async function ask(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<unknown[]>({ text, rowMode: 'array' })
    return rows.flat()
  } finally {
    await client.end()
  }
}

t.test('data survives a stop, a kill, and a pid file that names a stranger', async (t) => {
  const { folder, start } = place(t, true)
  const first = await start()
  t.strictSame(await ask(first.urlOf('postgres'), 'show fsync'), ['on'], 'it waits for the disk')
  await ask(first.urlOf('postgres'), 'create table kept as select 42 as answer')
  await first.child.stop()

  writeFileSync(join(folder, 'data', 'postmaster.pid'), `${process.pid}\n`)
  const second = await start()
  t.strictSame(await ask(second.urlOf('postgres'), 'select answer from kept'), [42])
  process.kill(second.child.pid, 'SIGKILL')
  await second.child.exited

  const third = await start()
  t.strictSame(await ask(third.urlOf('postgres'), 'select answer from kept'), [42])
})

t.test('the owner is no superuser, a login has its role and no other', async (t) => {
  const { urlOf } = await place(t).start()
  const owner = await ownedDatabase(urlOf, 'own')
  t.equal(await ownedDatabase(urlOf, 'own'), owner, 'making it again changes nothing')
  const asks = 'select rolsuper or rolbypassrls from pg_roles where rolname = current_user'
  t.strictSame(await ask(owner, asks), [false])
  await ask(owner, 'create role some_role nologin')
  const login = await loginInRole(urlOf, 'own', 'some_role')
  t.strictSame(await ask(login, "select pg_has_role('some_role', 'member')"), [true])
  await t.rejects(ask(login, 'set role zhenggai'), { code: '42501' }, 'it cannot become the owner')
})

t.test('what cannot be used is refused with the remedy', async (t) => {
  const { folder, start } = place(t)
  const server = await start()
  await server.child.stop()
  writeFileSync(join(folder, 'data', 'PG_VERSION'), '9\n')
  await t.rejects(start(), { code: 'TROUBLE', message: '移走该目录重新开始' })
  writeFileSync(join(folder, 'data', 'PG_VERSION'), '18\n')
  writeFileSync(join(folder, 'data', 'postgresql.conf'), 'no_such_setting = 1\n')
  await t.rejects(start(), { code: 'TROUBLE', message: 'DATABASE_URL' })
  writeFileSync(join(folder, 'password'), '')
  await t.rejects(start(), { code: 'TROUBLE', message: '口令文件' })
})
