import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import t from 'tap'
import { statement } from '../../src/db/handle.js'
import { createPoke, listenForWork } from '../../src/db/wake.js'
import { dateOf, instantOf } from '../../src/domain/instant.js'
import { createBell } from '../../src/engine/bell.js'
import { issue, lineFor } from '../helpers/case.js'
import { fromRun } from '../helpers/environment.js'
import { type TestOffice, testOffice } from '../helpers/office.js'
import { allTold, syncerOf, temporalOf } from './support.js'

const CLOCK = instantOf('2022-09-08T02:00:00.000Z')

t.test('a word from a command wakes the syncer long before it looks by itself', async (t) => {
  const office = await testOffice(t, { clock: CLOCK })
  const syncer = syncerOf(t, office, temporalOf(t), { poll: 60_000 })
  await sleep(300)
  await issue(office, [lineFor(office.units[0] ?? '')], { issued_on: dateOf('2022-09-08') })
  const began = Date.now()
  syncer.wake()
  await allTold(office)
  t.ok(Date.now() - began < 5_000)
})

t.test(
  'words travel through the database, at most so often, and a lost connection is replaced',
  async (t) => {
    const office = await testOffice(t, { clock: CLOCK })
    const url = new URL(fromRun('TEST_DATABASE_URL'))
    url.pathname = await nameOf(office)
    let heard = 0
    const listening = listenForWork(url.href, () => {
      heard += 1
    })
    t.teardown(() => listening.stop())
    for (const end = Date.now() + 5_000; heard === 0 && Date.now() < end; ) await sleep(20)
    t.equal(heard, 1, 'once on connecting, for words that may have been lost')

    const poke = createPoke(office.api.pool, 10)
    for (let n = 0; n < 100; n++) poke()
    await sleep(350)
    t.ok(heard >= 2 && heard <= 3, `heard ${heard}`)
    for (let n = 0; n < 10; n++) {
      poke()
      await sleep(50)
    }
    await sleep(200)
    t.ok(heard >= 4 && heard <= 10, `${heard} words in half a second`)

    const before = heard
    await cutListeners(url.href)
    for (const end = Date.now() + 5_000; heard === before && Date.now() < end; ) await sleep(20)
    t.ok(heard > before, 'connected again')
    poke()
    const again = heard
    for (const end = Date.now() + 5_000; heard === again && Date.now() < end; ) await sleep(20)
    t.ok(heard > again, 'and listening')
  },
)

const NAME = statement<{ name: string }>('select current_database() as name')

async function nameOf(office: TestOffice): Promise<string> {
  return (await office.owner.run(NAME()))[0]?.name ?? ''
}

/** Ends the backends that listen in a database, as its owner may. */
async function cutListeners(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  await client.query(`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'zhenggai-listen' and datname = current_database()`)
  await client.end()
}

t.test('a bell rung before somebody waits is not lost', async (t) => {
  const bell = createBell()
  bell.ring()
  bell.ring()
  const began = Date.now()
  await bell.rung(5_000)
  t.ok(Date.now() - began < 1_000)
  const waiting = bell.rung(5_000)
  bell.ring()
  await waiting
  t.ok(Date.now() - began < 1_000)
  await bell.rung(50)
  t.ok(Date.now() - began >= 50, 'two rings count once')
})

t.test('no call waits longer than its deadline for a server that says nothing', async (t) => {
  const sockets = new Set<Socket>()
  const silent = createServer((socket) => sockets.add(socket.on('error', () => undefined)))
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', () => resolve()))
  const { port } = silent.address() as AddressInfo
  // gRPC does not give up a connection on which it still waits for the first word, not even when closed.
  t.teardown(() => {
    silent.close()
    for (const socket of sockets) socket.destroy()
  })
  const temporal = temporalOf(t, `127.0.0.1:${port}`)
  const began = Date.now()
  await t.rejects(
    temporal.call(({ workflow }) => workflow.getHandle('nobody').describe(), 500),
    { name: 'ServiceError' },
  )
  t.ok(Date.now() - began < 7_000, `${Date.now() - began} ms`)
})
