import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { sql } from 'kysely'
import t, { type Test } from 'tap'
import { statement } from '../../src/db/handle.js'
import { openPool } from '../../src/db/pool.js'
import { transaction } from '../../src/db/transaction.js'
import { asOwner, pools } from './support.js'

const WRITE = statement<{ id: number }>('insert into note (id) values ($1) returning id')
const READ = statement<{ id: number }>('select id from note order by id')
const FAIL = statement<never>('select 1 / $1::integer')
/** Numbers up to one, each with what it is of a hundred thousand; the last cannot be told. */
const SHARES = statement<never>(
  `select n, nullif(n::text, '2'), 100000 / ($1 - n) from generate_series(1, $2::integer) n`,
)

/** The same server behind a line of so many milliseconds each way, and how often the line was waited for. */
async function farAway(t: { teardown(end: () => unknown): void }, url: string, ms: number) {
  const { hostname, port } = new URL(url)
  const line = { trips: 0, answered: true }
  const server = createServer((near) => {
    const there = connect(Number(port), hostname)
    near.on('data', (data) => {
      if (line.answered) line.trips += 1
      line.answered = false
      setTimeout(() => there.write(data), ms)
    })
    there.on('data', (data) =>
      setTimeout(() => {
        line.answered = true
        near.write(data)
      }, ms),
    )
    near.on('close', () => there.destroy())
    there.on('error', () => near.destroy())
    near.on('error', () => there.destroy())
  })
  t.teardown(() => server.close())
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const far = new URL(url)
  const address = server.address()
  far.port = String(typeof address === 'object' ? address?.port : '')
  return { url: far.href, line }
}

async function notes(test: Test) {
  const all = await pools(test)
  await asOwner(
    all.url,
    `create table note (id integer primary key);
     create table child (id integer references note deferrable initially deferred);
     grant all on note, child to zhenggai_worker`,
  )
  return { pool: all.worker, url: all.url }
}

t.test('queries sent together are answered in order and committed together', async (t) => {
  const { pool } = await notes(t)
  const answer = await transaction(pool, async (tx) => {
    const written = [tx.run(WRITE(1)), tx.run(WRITE(2))]
    const seen = tx.run(READ())
    await tx.commitWith(written)
    return await seen
  })
  t.same(answer, [{ id: 1 }, { id: 2 }])
  t.same(await pool.run(READ()), [{ id: 1 }, { id: 2 }])
})

t.test('what is sent together shares its round trips', async (t) => {
  const { url } = await notes(t)
  const { url: far, line } = await farAway(t, url, 25)
  const pool = openPool({ url: far, role: 'zhenggai_worker', max: 1, applicationName: 'test' })
  t.teardown(() => pool.close())
  await pool.run(READ())
  const writesAndReads = async (first: number) => {
    line.trips = 0
    await transaction(pool, async (tx) => {
      await Promise.all([0, 1, 2, 3, 4].map((more) => tx.run(WRITE(first + more))))
      await tx.commitWith([tx.run(READ()), tx.run(READ())])
    })
    return line.trips
  }
  // A busy machine may send in two pieces what belongs together: the fewest tells what has to be waited for.
  const trips: number[] = []
  for (const first of [1, 11, 21]) trips.push(await writesAndReads(first))
  t.equal(Math.min(...trips), 2, 'the beginning with five writes, then two reads with the commit')
})

t.test('a transaction that says nothing of its commit is committed', async (t) => {
  const { pool } = await notes(t)
  await transaction(pool, (tx) => tx.run(WRITE(1)))
  t.same(await pool.run(READ()), [{ id: 1 }])
})

t.test('what throws rolls back, and the connection serves the next', async (t) => {
  const { pool } = await notes(t)
  const thrown = new Error('no')
  await t.rejects(
    transaction(pool, async (tx) => {
      void tx.run(WRITE(1))
      throw thrown
    }),
    thrown,
  )
  t.same(await pool.run(READ()), [])
})

t.test(
  'rows that are handed over are all of the query, in order, as they were written',
  async (t) => {
    const { pool } = await notes(t)
    const rows: unknown[] = []
    let many = 0
    await transaction(pool, async (tx) => {
      const small = tx.each(SHARES(4, 3), (row) => rows.push(row))
      const large = tx.each(SHARES(0, 200_000), () => {
        many += 1
      })
      await Promise.all([small, large])
      await t.resolves(tx.run(WRITE(1)), 'others follow on the same connection')
    })
    t.strictSame(rows, [
      ['1', '1', '33333'],
      ['2', null, '50000'],
      ['3', '3', '100000'],
    ])
    t.equal(many, 200_000)
    t.same(await pool.run(READ()), [{ id: 1 }])
  },
)

t.test('rows that cannot be handed over end what they were read for', async (t) => {
  const { pool } = await notes(t)
  const seen: unknown[] = []
  const refuse = (row: readonly unknown[]) => {
    seen.push(row[0])
    if (row[0] === '3') throw new RangeError('no third')
  }
  const read = (end: number, take: (row: readonly unknown[]) => void) =>
    transaction(pool, async (tx) => {
      await tx.run(WRITE(end))
      await tx.each(SHARES(end, 1_000), take)
    })
  await t.rejects(read(2_000, refuse), { name: 'RangeError', message: 'no third' })
  t.strictSame(seen, ['1', '2', '3'], 'nothing behind it is handed over')
  await t.rejects(
    read(900, () => undefined),
    { code: '22012' },
  )
  t.same(await pool.run(READ()), [], 'neither was committed')
})

t.test('a write refused beside its commit throws its own code and keeps nothing', async (t) => {
  const { pool } = await notes(t)
  await t.rejects(
    transaction(pool, (tx) =>
      tx.commitWith([tx.run(WRITE(1)), tx.run(WRITE(1)), tx.run(WRITE(2))]),
    ),
    { name: 'DatabaseError', code: 'UNIQUE', constraint: 'note_pkey' },
  )
  t.same(await pool.run(READ()), [])
})

t.test('a failure that was swallowed is not committed', async (t) => {
  const { pool } = await notes(t)
  const swallow = transaction(pool, async (tx) => {
    await tx.run(WRITE(1))
    await tx.run(FAIL(0)).catch(() => null)
  })
  await t.rejects(swallow, { code: 'NOT_COMMITTED', cause: { code: '22012' } })
  const beside = transaction(pool, async (tx) => {
    void tx.run(FAIL(0))
    await tx.commitWith()
  })
  await t.rejects(beside, { code: 'NOT_COMMITTED', cause: { code: '22012' } })
  t.same(await pool.run(READ()), [])
})

t.test('a constraint checked at commit is an error of the commit', async (t) => {
  const { pool } = await notes(t)
  await t.rejects(
    transaction(pool, (tx) => tx.commitWith([tx.run(sql`insert into child values (7)`)])),
    { code: 'FOREIGN_KEY', constraint: 'child_id_fkey' },
  )
  t.same(await pool.run(sql`select * from child`), [])
})

t.test(
  'later statements report the first failure, not that the transaction is aborted',
  async (t) => {
    const { pool } = await notes(t)
    await t.rejects(
      transaction(pool, async (tx) => {
        void tx.run(FAIL(0))
        await tx.run(READ())
      }),
      { code: '22012' },
    )
  },
)

t.test('nothing runs after the commit', async (t) => {
  const { pool } = await notes(t)
  await t.rejects(
    transaction(pool, async (tx) => {
      await tx.commitWith()
      await tx.run(WRITE(1))
    }),
    { message: 'the transaction is over' },
  )
  await t.rejects(
    transaction(pool, async (tx) => {
      await tx.commitWith()
      await tx.commitWith()
    }),
    { message: 'the transaction is over' },
  )
})

t.test('a connection that dies is an unavailable database and is replaced', async (t) => {
  const { pool, url } = await notes(t)
  await t.rejects(
    transaction(pool, async (tx) => {
      await tx.run(WRITE(1))
      const [self] = await tx.run(sql<{ pid: number }>`select pg_backend_pid() as pid`)
      await asOwner(url, `select pg_terminate_backend(${self?.pid})`)
      await tx.commitWith()
    }),
    { code: 'UNAVAILABLE' },
  )
  t.same(await pool.run(READ()), [])
})

t.test('a lock that is held is given up after two seconds', async (t) => {
  const { pool } = await notes(t)
  await pool.run(WRITE(1))
  const lock = statement<{ id: number }>('select id from note for update')
  await transaction(pool, async (tx) => {
    await tx.run(lock())
    const started = Date.now()
    await t.rejects(pool.run(lock()), { code: 'LOCK_TIMEOUT' })
    t.ok(Date.now() - started < 3_000)
  })
})

t.test('a deadlock ends one of the two with its code', async (t) => {
  const { pool } = await notes(t)
  await pool.run(sql`insert into note values (1), (2)`)
  const lock = statement<never>('select from note where id = $1 for update')
  const locked: (() => void)[] = []
  const both = new Promise<void>((resolve) => locked.push(resolve))
  let waiting = 0
  const cross = (one: number, other: number) =>
    transaction(pool, async (tx) => {
      await tx.run(lock(one))
      waiting += 1
      if (waiting === 2) locked[0]?.()
      await both
      await tx.run(lock(other))
    })
  const ends = await Promise.allSettled([cross(1, 2), cross(2, 1)])
  const failed = ends.filter((end) => end.status === 'rejected')
  t.match(failed, [{ reason: { code: 'DEADLOCK' } }])
  t.equal(failed.length, 1)
})
