import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import t, { type Test } from 'tap'
import { createClient } from '../../src/client/index.js'
import { unitOperations } from '../../src/contracts/register/units.js'
import { patient } from '../../src/demo/patient.js'

/** A server that refuses so often before it agrees; remembers the keys it was given. */
async function reluctant(t: Test, status: number, code: string, refusals: number) {
  const keys: (string | undefined)[] = []
  const server = createServer((request, response) => {
    keys.push(request.headers['idempotency-key']?.toString())
    const refused = keys.length <= refusals
    response.statusCode = refused ? status : 201
    response.end(JSON.stringify(refused ? problemOf(status, code) : { id: 'done' }))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  t.teardown(() => server.close())
  const { port } = server.address() as AddressInfo
  const client = patient(createClient({ address: `http://127.0.0.1:${port}`, token: 'x' }))
  return { keys, ask: () => client(unitOperations.create, { body: { name: '某局' } }) }
}

const problemOf = (status: number, code: string) => ({
  ...{ type: 'x', title: 'x', detail: 'x', traceId: 'x', errors: [], status, code },
})

t.test('a busy machine is asked again with the same key', async (t) => {
  const { keys, ask } = await reluctant(t, 503, 'OVERLOADED', 2)
  const { status } = await ask()
  t.equal(status, 201)
  t.equal(keys.length, 3)
  t.equal(new Set(keys).size, 1, 'one key')
})

t.test('any other refusal is final', async (t) => {
  const { keys, ask } = await reluctant(t, 409, 'ALREADY_EXISTS', 1)
  await t.rejects(ask(), { name: 'RefusedError', code: 'ALREADY_EXISTS' })
  t.equal(keys.length, 1)
})
