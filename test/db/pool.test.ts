import { Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import t from 'tap'
import { statement } from '../../src/db/handle.js'
import { readInstant, readInt8 } from '../../src/db/parsers.js'
import { openPool } from '../../src/db/pool.js'
import { transaction } from '../../src/db/transaction.js'
import { asOwner, pools } from './support.js'

t.test('columns become the values of the house', async (t) => {
  const { api } = await pools(t)
  const row = await api.run(sql`select
    timestamptz '2022-09-05 08:30:00.5+08' as instant, date '2022-09-05' as day, time '08:30' as time,
    9007199254740991::bigint as big, array['a','b']::text[] as list, '{"a":1}'::jsonb as json`)
  t.same(row, [
    {
      instant: '2022-09-05T00:30:00.500Z',
      day: '2022-09-05',
      time: '08:30',
      big: 9007199254740991,
      list: ['a', 'b'],
      json: { a: 1 },
    },
  ])
  await t.rejects(api.run(sql`select 9007199254740993::bigint`), { name: 'RangeError' })
  await t.rejects(api.run(sql`select timestamptz 'infinity'`), { name: 'RangeError' })
})

t.test('instants are read to the millisecond, cut not rounded', async (t) => {
  t.equal(readInstant('2022-09-05 08:30:00+00'), '2022-09-05T08:30:00.000Z')
  t.equal(readInstant('2022-09-05 08:30:00.123999+00'), '2022-09-05T08:30:00.123Z')
  t.throws(() => readInstant('2022-09-05 08:30:00+08'), RangeError)
  t.equal(readInt8('-5'), -5)
})

t.test('a connection works in its role, in UTC, within its limits', async (t) => {
  const { url, open } = await pools(t)
  const settings = sql`select current_user as "user", current_setting('TimeZone') as zone,
    current_setting('lock_timeout') as lock, current_setting('statement_timeout') as statement,
    current_setting('idle_in_transaction_session_timeout') as idle`
  const limits = { zone: 'UTC', lock: '2s', statement: '5s', idle: '10s' }
  for (const role of ['zhenggai_api', 'zhenggai_worker', 'zhenggai_migrate'] as const) {
    t.same(await open(role).run(settings), [{ user: role, ...limits }])
  }
  const given = new URL(url)
  given.searchParams.set('options', '-c role=zhenggai_worker -c work_mem=8MB')
  const pool = openPool({ url: given.href, role: 'zhenggai_api', max: 1, applicationName: 'test' })
  t.teardown(() => pool.close())
  const both = sql`select current_user as "user", current_setting('work_mem') as mem`
  t.same(await pool.run(both), [{ user: 'zhenggai_api', mem: '8MB' }])
})

t.test('a statement is prepared once and planned for any value', async (t) => {
  const { open } = await pools(t)
  const pool = open('zhenggai_api', 1)
  const echo = statement<{ value: number }>('select $1::integer as value')
  for (const value of [1, 2, 3]) t.same(await pool.run(echo(value)), [{ value }])
  const names = await pool.run(
    sql<{ statement: string }>`select statement from pg_prepared_statements`,
  )
  t.equal(names.filter(({ statement }) => statement.includes('$1::integer')).length, 1)
})

t.test('S22 a statement that takes too long ends with its code', async (t) => {
  const { url } = await pools(t)
  const options = { url, role: 'zhenggai_api', max: 1, applicationName: 'test' } as const
  const pool = openPool({ ...options, statementTimeout: 50 })
  t.teardown(() => pool.close())
  await t.rejects(pool.run(sql`select pg_sleep(5)`), { code: 'TIMEOUT' })
  t.same(await pool.run(sql`select 1 as one`), [{ one: 1 }])
})

t.test('a database that is not there is unavailable', async (t) => {
  const url = 'postgres://nobody:none@127.0.0.1:1/none'
  const pool = openPool({ url, role: 'zhenggai_api', max: 1, applicationName: 'test' })
  t.teardown(() => pool.close())
  await t.rejects(pool.run(sql`select 1`), { code: 'UNAVAILABLE' })
  await t.rejects(
    transaction(pool, async () => {}),
    { code: 'UNAVAILABLE' },
  )
})

t.test('an idle connection that is lost is told of and replaced', async (t) => {
  const { url } = await pools(t)
  const lost: Error[] = []
  const pool = openPool({
    url,
    role: 'zhenggai_api',
    max: 1,
    applicationName: 'to-be-lost',
    onLost: (error) => lost.push(error),
  })
  t.teardown(() => pool.close())
  await pool.run(sql`select 1`)
  await asOwner(
    url,
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'to-be-lost'`,
  )
  while (lost.length === 0) await setTimeout(10)
  t.match(lost, [{ code: '57P01' }])
  t.same(await pool.run(sql`select 1 as one`), [{ one: 1 }])
})

t.test('what is sent in one go leaves in one piece', async (t) => {
  const { api } = await pools(t)
  const one = statement<{ one: number }>('select 1 as one')
  await api.run(one())
  const wire = Socket.prototype as Required<Socket>
  const write = t.capture(wire, '_write', wire._write)
  const writev = t.capture(wire, '_writev', wire._writev)
  await transaction(api, async (tx) => {
    await Promise.all(Array.from({ length: 9 }, () => tx.run(one())))
    await tx.commitWith([])
  })
  // The test's own words leave by a socket as well.
  const sent = [...write(), ...writev()].filter(({ receiver }) => receiver !== process.stdout)
  t.equal(sent.length, 2, 'begin with all that was asked, and the commit')
})
