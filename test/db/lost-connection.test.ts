import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { sql } from 'kysely'
import t, { type Test } from 'tap'
import { openPool } from '../../src/db/pool.js'
import { asOwner, pools } from './support.js'

/** The last message of a greeting: ready for a query, in no transaction. */
const READY = Buffer.from([0x5a, 0, 0, 0, 5, 0x49])

t.test('a connection lost in the moment it is made ends its query, not the process', async (t) => {
  const { url } = await pools(t)
  const { href, greeted } = await holdingServer(t, url)
  const pool = openPool({ url: href, role: 'zhenggai_api', max: 1, applicationName: 'greeted' })
  t.teardown(() => pool.close())
  const asked = t.rejects(pool.run(sql`select 1`), { code: 'UNAVAILABLE' })
  await greeted
  await terminate(url, 'greeted')
  await asked
  t.same(await pool.run(sql`select 1 as one`), [{ one: 1 }])
})

t.test('a connection lost inside a transaction ends that transaction only', async (t) => {
  const { url } = await pools(t)
  const pool = openPool({ url, role: 'zhenggai_api', max: 1, applicationName: 'inside' })
  t.teardown(() => pool.close())
  const connection = await pool.take()
  await connection.command('begin')
  await terminate(url, 'inside')
  await t.rejects(connection.send(sql`select 1`), { message: /terminat|not queryable/ })
  connection.release()
  t.same(await pool.run(sql`select 1 as one`), [{ one: 1 }])
})

async function terminate(url: string, application: string): Promise<void> {
  const ended = await asOwner(
    url,
    `select pg_terminate_backend(pid, 5000) as ended from pg_stat_activity
     where application_name = '${application}'`,
  )
  t.same(ended.rows, [{ ended: true }])
}

/**
 * The server of `url` behind a wire that holds back the end of the first greeting until the server hangs up, so that
 * it arrives together with the server's last word; what comes later passes unhindered.
 */
async function holdingServer(t: Test, url: string) {
  const behind = new URL(url)
  let first = true
  const wire = createServer((near) => {
    const far = connect({ host: behind.hostname, port: Number(behind.port) })
    near.pipe(far)
    if (first) hold(far, near, () => wire.emit('greeted'))
    else far.pipe(near)
    first = false
    for (const socket of [near, far]) socket.on('error', () => socket.destroy())
  })
  wire.listen(0, '127.0.0.1')
  await once(wire, 'listening')
  t.teardown(() => wire.close())
  const href = new URL(url)
  href.hostname = '127.0.0.1'
  href.port = String((wire.address() as AddressInfo).port)
  return { href: href.href, greeted: once(wire, 'greeted') }
}

function hold(far: Socket, near: Socket, greeted: () => void): void {
  const held: Buffer[] = []
  far.on('data', (chunk: Buffer) => {
    if (held.length === 0 && !chunk.subarray(-READY.length).equals(READY)) {
      near.write(chunk)
      return
    }
    held.push(chunk)
    greeted()
  })
  far.on('end', () => near.end(Buffer.concat(held)))
}
