import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import t, { type Test } from 'tap'
import { createClient } from '../../src/client/index.js'
import { meOperations } from '../../src/contracts/me.js'

/** A client of something that always answers the same. */
async function answered(t: Test, status: number, body: string) {
  const server = createServer((_request, response) => {
    response.statusCode = status
    response.end(body)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  t.teardown(() => server.close())
  const { port } = server.address() as AddressInfo
  return createClient({ address: `http://127.0.0.1:${port}`, token: 'x' })
}

t.test('a proxy that refuses in a language of its own is a refusal all the same', async (t) => {
  const client = await answered(t, 502, '<html>Bad Gateway</html>')
  const refused = { name: 'RefusedError', status: 502, code: null, problem: null }
  await t.rejects(client(meOperations.getMe, {}), refused)
})

t.test('a newer server may say more than this client knows', async (t) => {
  const known = { type: 'x', title: 'x', status: 409, detail: 'x', errors: [], traceId: 'x' }
  const client = await answered(t, 409, JSON.stringify({ ...known, code: 'NEWER', more: 1 }))
  await t.rejects(client(meOperations.getMe, {}), { name: 'RefusedError', code: 'NEWER' })
})
