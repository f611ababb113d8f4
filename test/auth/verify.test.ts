import { createHmac } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { type CryptoKey, exportSPKI, importJWK } from 'jose'
import t from 'tap'
import { ALGORITHMS } from '../../src/auth/issuer.js'
import { createVerifier } from '../../src/auth/verify.js'
import { AUDIENCE, ISSUER, issuerWith, keyPair, now, token } from './tokens.js'

const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const refused = { name: 'AuthError', code: 'UNAUTHENTICATED' }

t.test('S01 every signature is checked, with an algorithm of the list', async (t) => {
  const key = await keyPair('Ed25519', 'one')
  const { verify } = createVerifier([issuerWith([key])])
  const good = await token(key)
  t.match(await verify(good), { issuer: ISSUER, subject: 'someone' })

  const [head = '', payload = '', signature = ''] = good.split('.')
  const none = base64({ alg: 'none', typ: 'at+jwt' })
  const hmac = base64({ alg: 'HS256', typ: 'at+jwt', kid: 'one' })
  const spki = await exportSPKI((await importJWK(key.open, 'Ed25519')) as CryptoKey)
  const hmacWith = (secret: string) =>
    createHmac('sha256', secret).update(`${hmac}.${payload}`).digest('base64url')
  const list = base64([{ iss: ISSUER }])
  const other = await keyPair('Ed25519', 'one')
  const bad: Record<string, string> = {
    'alg none': `${none}.${payload}.`,
    'alg none with the old signature': `${none}.${payload}.${signature}`,
    'HS256 keyed with the public key': `${hmac}.${payload}.${hmacWith(spki)}`,
    'HS256 keyed with the public key after junk': `${hmac}.${payload}.${hmacWith(`x${spki}`)}`,
    'a payload that is a list': `${head}.${list}.${signature}`,
    'a truncated signature': good.slice(0, -8),
    'a signature by another key of the same id': await token(other),
    'another payload': `${head}.${base64({ iss: ISSUER, sub: 'root' })}.${signature}`,
    'a critical header nobody knows': await token(key, {}, { crit: ['x-need'], 'x-need': 1 }),
    'no token at all': '',
    'three dots': '...',
    'far too long': 'x'.repeat(9_000),
  }
  for (const [name, given] of Object.entries(bad)) {
    await t.rejects(verify(given), refused, name)
  }
})

t.test('S01 each listed algorithm works, and only where its issuer uses it', async (t) => {
  for (const alg of ALGORITHMS) {
    const key = await keyPair(alg, alg)
    const { verify } = createVerifier([issuerWith([key])])
    t.equal((await verify(await token(key))).subject, 'someone', alg)
    const others = ALGORITHMS.filter((one) => !isSame(one, alg))
    const pinned = createVerifier([issuerWith([key], { algorithms: others })])
    await t.rejects(pinned.verify(await token(key)), refused, `${alg} where it is not used`)
  }
})

t.test('S03 every claim is checked', async (t) => {
  const key = await keyPair('ES256', 'one')
  const { verify } = createVerifier([issuerWith([key])])
  const wrong: Record<string, Record<string, unknown>> = {
    'iss missing': { iss: undefined },
    'iss of somebody else': { iss: 'https://elsewhere.example' },
    'iss no text': { iss: 7 },
    'aud missing': { aud: undefined },
    'aud of another service': { aud: 'mail' },
    'sub missing': { sub: undefined },
    'sub empty': { sub: '' },
    'exp missing': { exp: undefined },
    'exp past the skew': { exp: now() - 61 },
    'nbf beyond the skew': { nbf: now() + 90 },
    'iat missing': { iat: undefined },
    'iat beyond the skew': { iat: now() + 90 },
  }
  for (const [name, claims] of Object.entries(wrong)) {
    await t.rejects(verify(await token(key, claims)), refused, name)
  }
  const right: Record<string, Record<string, unknown>> = {
    'exp within the skew': { exp: now() - 30 },
    'nbf within the skew': { nbf: now() + 30 },
    'iat within the skew': { iat: now() + 30 },
    'several audiences': { aud: ['mail', AUDIENCE] },
  }
  for (const [name, claims] of Object.entries(right)) {
    t.equal((await verify(await token(key, claims))).subject, 'someone', name)
  }
})

t.test('S03 a token that was good a moment ago still ends when it says', async (t) => {
  const key = await keyPair('Ed25519', 'one')
  const { verify } = createVerifier([issuerWith([key])])
  const ending = await token(key, { exp: now() - 57 })
  t.equal((await verify(ending)).subject, 'someone')
  await sleep(3_100)
  await t.rejects(verify(ending), refused)
})

t.test(
  'S05 when and how somebody logged in is taken from the token, in its own form only',
  async (t) => {
    const key = await keyPair('Ed25519', 'one')
    const { verify } = createVerifier([issuerWith([key])])
    const said = async (claims: Record<string, unknown>) => {
      const { auth_time, acr } = await verify(await token(key, claims))
      return { auth_time, acr }
    }
    t.strictSame(await said({ auth_time: 7, acr: 'two' }), { auth_time: 7, acr: 'two' })
    const odd = { auth_time: '9999999999', acr: ['two'] }
    for (const claims of [{}, odd]) t.strictSame(await said(claims), { auth_time: null, acr: null })
  },
)

t.test('S03 an ID token or one without a type is no access token', async (t) => {
  const key = await keyPair('Ed25519', 'one')
  const { verify } = createVerifier([issuerWith([key])])
  await t.rejects(verify(await token(key, {}, { typ: 'JWT' })), refused, 'an ID token')
  await t.rejects(verify(await token(key, {}, { typ: undefined })), refused, 'no type')
  const long = await token(key, {}, { typ: 'application/at+jwt' })
  t.equal((await verify(long)).subject, 'someone', 'the long form of the type')
})

t.test('S04 the same subject of another issuer is somebody else', async (t) => {
  const [ours, theirs] = await Promise.all([keyPair('Ed25519', 'one'), keyPair('Ed25519', 'one')])
  const elsewhere = 'https://elsewhere.example'
  const { verify } = createVerifier([
    issuerWith([ours]),
    issuerWith([theirs], { issuer: elsewhere }),
  ])
  const identity = await verify(await token(theirs, { iss: elsewhere }))
  t.match(identity, { issuer: elsewhere, subject: 'someone' })
  await t.rejects(verify(await token(theirs)), refused, 'their key under our name')
})

t.test('two issuers of one name are refused at start', async (t) => {
  const key = await keyPair('Ed25519', 'one')
  t.throws(() => createVerifier([issuerWith([key]), issuerWith([key])]), { name: 'RangeError' })
})

/** Two names of one signature. */
function isSame(a: string, b: string): boolean {
  const ed = ['Ed25519', 'EdDSA']
  return a === b || (ed.includes(a) && ed.includes(b))
}
