import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { createVerifier } from '../../src/auth/verify.js'
import { issuerWith, type KeyPair, keyPair, token } from './tokens.js'

const refused = { name: 'AuthError', code: 'UNAUTHENTICATED' }

/** A server of keys that counts who asks and can be made to fail. */
async function keyServer(t: Test, keys: KeyPair[]) {
  const state = { asked: 0, broken: false }
  const server = createServer((_request, response) => {
    state.asked += 1
    response.statusCode = state.broken ? 500 : 200
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ keys: keys.map(({ open }) => open) }))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  t.teardown(() => new Promise((closed) => server.close(closed)))
  const { port } = server.address() as AddressInfo
  return { state, url: `http://127.0.0.1:${port}/jwks` }
}

t.test('S02 keys a token brings along or points at are ignored', async (t) => {
  const [ours, theirs] = await Promise.all([keyPair('Ed25519', 'one'), keyPair('Ed25519', 'two')])
  const { state, url } = await keyServer(t, [theirs])
  const { verify } = createVerifier([issuerWith([ours])])
  const { kid: _, ...jwk } = theirs.open
  for (const header of [{ jwk }, { jku: url }, { x5u: url }, { jku: url, kid: 'one' }]) {
    await t.rejects(verify(await token(theirs, {}, header)), refused, Object.keys(header).join())
  }
  t.equal(state.asked, 0, 'nobody was called')
})

t.test('S02 an address is asked once for many unknown keys, and new keys are found', async (t) => {
  const keys = [await keyPair('Ed25519', 'one')]
  const [first, stranger] = [keys[0] as KeyPair, await keyPair('Ed25519', 'none')]
  const { state, url } = await keyServer(t, keys)
  const { verify } = createVerifier([issuerWith(keys, { keys: { kind: 'url', url } })])
  await verify(await token(first))
  t.equal(state.asked, 1)
  const unknown = await Promise.all(
    Array.from({ length: 1_000 }, (_, index) => token(stranger, {}, { kid: `made-up-${index}` })),
  )
  const outcomes = await Promise.allSettled(unknown.map((one) => verify(one)))
  t.ok(outcomes.every(({ status }) => status === 'rejected'))
  t.ok(state.asked <= 2, `asked ${state.asked} times for 1,000 unknown keys`)
})

t.test('S02 cached keys outlive their server; without any the answer is UNAVAILABLE', async (t) => {
  const key = await keyPair('Ed25519', 'one')
  const { state, url } = await keyServer(t, [key])
  const known = createVerifier([issuerWith([key], { keys: { kind: 'url', url } })])
  const good = await token(key)
  await known.verify(good)
  state.broken = true
  t.equal((await known.verify(good)).subject, 'someone')
  const fresh = createVerifier([issuerWith([key], { keys: { kind: 'url', url } })])
  await t.rejects(fresh.verify(good), { name: 'AuthError', code: 'UNAVAILABLE' })
})

t.test('S02 a token that does not say which of several keys it means is refused', async (t) => {
  const keys = await Promise.all([keyPair('Ed25519', 'one'), keyPair('Ed25519', 'two')])
  const { url } = await keyServer(t, keys)
  const { verify } = createVerifier([issuerWith(keys, { keys: { kind: 'url', url } })])
  const forged = await keyPair('Ed25519', 'one')
  await t.rejects(verify(await token(forged, {}, { kid: undefined })), refused)
})

t.test('S02 a file of keys: a missing one is UNAVAILABLE, and heals', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'zhenggai-keys-'))
  t.teardown(() => rm(folder, { recursive: true }))
  const path = join(folder, 'jwks.json')
  const [one, two] = await Promise.all([keyPair('Ed25519', 'one'), keyPair('Ed25519', 'two')])
  const { verify } = createVerifier([issuerWith([one], { keys: { kind: 'file', path } })])
  await t.rejects(verify(await token(one)), { name: 'AuthError', code: 'UNAVAILABLE' })
  await writeFile(path, JSON.stringify({ keys: [one.open] }))
  t.equal((await verify(await token(one))).subject, 'someone')
  await writeFile(path, JSON.stringify({ keys: [one.open, two.open] }))
  await t.rejects(verify(await token(two)), refused, 'not looked for again at once')
  const clock = t.intercept(Date, 'now', { value: () => AFTER_COOL_DOWN })
  t.ok(clock)
  t.equal((await verify(await token(two))).subject, 'someone', 'found after the cool-down')
})

const AFTER_COOL_DOWN = Date.now() + 45_000
