import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { keptSecret } from '../../src/auth/local-file.js'
import { LOCAL_ISSUER, openLocalIssuer } from '../../src/auth/local-issuer.js'
import { rememberFor } from '../../src/auth/recent.js'
import { createVerifier } from '../../src/auth/verify.js'

async function folderFor(test: { teardown: (work: () => unknown) => void }) {
  const folder = await mkdtemp(join(tmpdir(), 'zhenggai-issuer-'))
  test.teardown(() => rm(folder, { recursive: true }))
  return join(folder, 'auth')
}

t.test('S09 the local key is made on first use, for its owner alone, and once', async (t) => {
  const folder = await folderFor(t)
  const several = await Promise.all(Array.from({ length: 5 }, () => openLocalIssuer(folder)))
  const { verify } = createVerifier([(await openLocalIssuer(folder)).issuer])
  for (const { mint } of several) {
    t.match(await verify(await mint('handler')), { issuer: LOCAL_ISSUER, subject: 'handler' })
  }
  t.same(await readdir(folder), ['issuer-key.json'], 'nothing half made is left')
  const { mode } = await stat(join(folder, 'issuer-key.json'))
  t.equal(mode & 0o777, 0o600)
})

t.test('the published half of the local key cannot sign', async (t) => {
  const folder = await folderFor(t)
  const { issuer } = await openLocalIssuer(folder)
  const secret = JSON.parse(await readFile(join(folder, 'issuer-key.json'), 'utf8'))
  t.type(secret.d, 'string')
  t.notMatch(JSON.stringify(issuer), secret.d)
})

t.test('an expired token of the local issuer is refused', async (t) => {
  const { issuer, mint } = await openLocalIssuer(await folderFor(t))
  const { verify } = createVerifier([issuer])
  await t.rejects(verify(await mint('handler', -120)), { code: 'UNAUTHENTICATED' })
})

t.test('a kept secret is the same for everybody who asks, and long', async (t) => {
  const path = join(await folderFor(t), 'cursor-secret')
  const texts = await Promise.all(Array.from({ length: 5 }, () => keptSecret(path)))
  t.equal(new Set(texts).size, 1)
  t.ok(Buffer.from(texts[0] ?? '', 'base64url').length >= 32)
})

t.test(
  'look-ups are remembered for a while, shared, bounded, and never when they failed',
  async (t) => {
    const looked: string[] = []
    const recent = rememberFor(40, 2, async (key) => {
      looked.push(key)
      if (key === 'bad') throw new Error('no')
      return looked.length
    })
    const [one, same] = await Promise.all([recent.get('a'), recent.get('a')])
    t.equal(one, same)
    await t.rejects(recent.get('bad'), { message: 'no' })
    await t.rejects(recent.get('bad'), { message: 'no' })
    t.same(looked, ['a', 'bad', 'bad'], 'the failure was looked up again')
    await recent.get('b')
    await recent.get('c')
    await recent.get('a')
    t.same(looked.slice(3), ['b', 'c', 'a'], 'the oldest was forgotten for want of room')
    await new Promise((over) => setTimeout(over, 60))
    await recent.get('a')
    t.equal(looked.at(-1), 'a')
    t.equal(looked.length, 7, 'looked up again when its time was over')
    recent.forget('a')
    await recent.get('a')
    t.equal(looked.length, 8)
  },
)
