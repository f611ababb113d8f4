import { once } from 'node:events'
import { type ClientRequest, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { filesIn } from '../files/samples.js'
import { newKey, testServer } from './support.js'

const MIB = 1024 * 1024
const HEAD =
  '--x\r\ncontent-disposition: form-data; name="masked"\r\n\r\nfalse\r\n' +
  '--x\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n' +
  'content-type: text/plain\r\n\r\n'

const END = '\r\n--x--\r\n'

const settings = { maxFileBytes: 50 * MIB, maxUnitBytes: 10_000 * MIB }
const server = await testServer(t, { units: 1, settings })
await server.app.listen({ host: '127.0.0.1', port: 0 })

/** An upload over a real connection, its head already sent. */
async function begun(length: number): Promise<ClientRequest> {
  const { port } = server.app.server.address() as AddressInfo
  const sent = request({
    ...{ host: '127.0.0.1', port, method: 'POST', path: '/v1/evidence' },
    headers: {
      authorization: `Bearer ${await server.token(server.office.member(0))}`,
      'content-type': 'multipart/form-data; boundary=x',
      'content-length': length,
      'idempotency-key': newKey(),
    },
  })
  sent.on('error', () => {})
  sent.write(HEAD)
  return sent
}

t.test('S30 a file of 2 GB is refused where the limit is, in little memory', async (t) => {
  // Warm: what the first upload loads is none of the next one's memory.
  const first = await begun(HEAD.length + 20 * MIB + END.length)
  first.end(Buffer.concat([Buffer.alloc(20 * MIB, 'x'), Buffer.from(END)]))
  const [stored] = await once(first, 'response')
  t.equal(stored.statusCode, 201)
  t.match(await json(stored), { size: 20 * MIB })
  const kept = (await filesIn(server.folder)).length
  const sent = await begun(2_048 * MIB)
  const before = process.memoryUsage.rss()
  const answered = once(sent, 'response')
  let most = 0
  let bytes = 0
  let status = 0
  void answered.then(([answer]) => (status = answer.statusCode))
  const piece = Buffer.alloc(64 * 1024, 'x')
  while (status === 0 && bytes < 2_048 * MIB) {
    bytes += piece.length
    if (!sent.write(piece)) await Promise.race([once(sent, 'drain'), answered, once(sent, 'close')])
    most = Math.max(most, process.memoryUsage.rss() - before)
  }
  const [answer] = await answered
  t.equal(answer.statusCode, 413)
  t.match(await json(answer), { code: 'BODY_TOO_LARGE' })
  t.ok(bytes < 100 * MIB, `${Math.round(bytes / MIB)} MiB were sent`)
  t.ok(most < 32 * MIB, `${Math.round(most / MIB)} MiB more`)
  sent.destroy()
  t.equal((await filesIn(server.folder)).length, kept, 'nothing of it is left')
})

t.test('S30 an upload cut at 99 % leaves nothing and nobody waiting', async (t) => {
  const kept = (await filesIn(server.folder)).length
  const sent = await begun(1_000_000)
  sent.write(Buffer.alloc(990_000, 'x'))
  for (let i = 0; i < 100 && (await filesIn(server.folder)).length === kept; i += 1) await sleep(10)
  t.equal((await filesIn(server.folder)).length, kept + 1, 'it is under way')
  sent.destroy()
  for (let i = 0; i < 100 && (await filesIn(server.folder)).length > kept; i += 1) await sleep(10)
  t.equal((await filesIn(server.folder)).length, kept)
})
