import { open, readFile, stat, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import t from 'tap'
import { createEvidenceStore } from '../../src/files/evidence-store.js'
import { filesIn, pdf, sha256, streamOf } from './samples.js'

const MAX = 1_000_000
const content = pdf('整改前后截图'.repeat(20_000))
const hash = sha256(content)
const file = { declared_type: 'application/pdf', name: '整改报告(盖章).pdf' }

function storeIn(folder: string) {
  return createEvidenceStore({ folder, max_bytes: MAX })
}

t.test('a file is stored under its hash and comes back as it was', async (t) => {
  const folder = join(t.testdir(), 'deep', 'evidence')
  const store = storeIn(folder)
  t.equal(await store.exists(hash), false)
  const stored = await store.put(streamOf(content), file)
  t.strictSame(stored, {
    sha256: hash,
    size: content.length,
    type: 'application/pdf',
    name: file.name,
  })
  t.equal(await store.exists(hash), true)
  t.strictSame(await filesIn(folder), [hash])
  t.ok((await stat(join(folder, hash.slice(0, 2), hash.slice(2, 4), hash))).isFile())
  const { size, stream } = await store.open(hash)
  t.equal(size, content.length)
  t.ok((await buffer(stream)).equals(content))
})

t.test('the same content twice, also at once, is one file', async (t) => {
  const folder = t.testdir()
  const store = storeIn(folder)
  const stored = await Promise.all(
    ['a.pdf', 'b.pdf', 'c.pdf', 'd.pdf'].map((name) =>
      store.put(streamOf(content), { ...file, name }),
    ),
  )
  t.strictSame(
    stored.map(({ name, sha256 }) => [name, sha256]),
    ['a.pdf', 'b.pdf', 'c.pdf', 'd.pdf'].map((name) => [name, hash]),
  )
  t.strictSame(await filesIn(folder), [hash])
})

t.test('an upload of exactly the limit passes, one byte more leaves nothing', async (t) => {
  const folder = t.testdir()
  const store = storeIn(folder)
  const full = pdf('x'.repeat(MAX - pdf('').length))
  t.equal((await store.put(streamOf(full, 65_536), file)).size, MAX)
  const source = streamOf(Buffer.concat([full, Buffer.from('y')]), 65_536)
  await t.rejects(store.put(source, file), { name: 'EvidenceError', code: 'TOO_LARGE' })
  t.equal(source.destroyed, true)
  t.strictSame(await filesIn(folder), [sha256(full)])
})

t.test('an endless upload is cut at the limit, not at its end', async (t) => {
  const store = storeIn(t.testdir())
  let sent = 0
  const endless = new Readable({
    read() {
      sent += 65_536
      this.push(sent === 65_536 ? pdf() : Buffer.alloc(65_536, 'x'))
    },
  })
  await t.rejects(store.put(endless, file), { code: 'TOO_LARGE' })
  t.ok(sent < MAX * 2, `${sent} bytes were taken`)
})

t.test('a changed byte is never delivered', async (t) => {
  const folder = t.testdir()
  const store = storeIn(folder)
  await store.put(streamOf(content), file)
  const path = join(folder, hash.slice(0, 2), hash.slice(2, 4), hash)
  const handle = await open(path, 'r+')
  await handle.write(Buffer.from([0x00]), 0, 1, content.length - 1)
  await handle.close()
  await t.rejects(store.open(hash), { name: 'EvidenceError', code: 'CORRUPT' })

  await store.put(streamOf(content), file)
  const healed = await store.open(hash)
  t.ok((await buffer(healed.stream)).equals(content))
  await truncate(path, 10)
  await t.rejects(store.open(hash), { code: 'CORRUPT' })
})

t.test('a reader keeps its bytes while the same content is stored again', async (t) => {
  const store = storeIn(t.testdir())
  await store.put(streamOf(content), file)
  const { stream } = await store.open(hash)
  await store.put(streamOf(content), file)
  t.ok((await buffer(stream)).equals(content))
})

t.test('content no record names is swept once it is old, and nothing else', async (t) => {
  const folder = t.testdir()
  const store = storeIn(folder)
  await store.put(streamOf(content), file)
  const asked: string[] = []
  const known = (named: boolean) => async (hashes: readonly string[]) => {
    asked.push(...hashes)
    return new Set(named ? hashes : [])
  }
  const later = Date.now() + 60_000
  t.equal(await store.sweepUnnamed(Date.now() - 60_000, known(false)), 0, 'too young')
  t.same(asked, [], 'and not asked about')
  t.equal(await store.sweepUnnamed(later, known(true)), 0, 'named')
  t.equal(await store.exists(hash), true)
  t.equal(await store.sweepUnnamed(later, known(false)), 1)
  t.same(asked, [hash, hash])
  t.equal(await store.exists(hash), false)
})

t.test('what is not stored is not found, and a hash is never a path', async (t) => {
  const folder = t.testdir({ secret: 'hunter2' })
  const store = storeIn(join(folder, 'evidence'))
  const bad = [
    '',
    '..',
    '../secret',
    '../../etc/passwd',
    hash.toUpperCase(),
    `${hash}/..`,
    `${hash}\0`,
  ]
  for (const wanted of [hash, ...bad]) {
    await t.rejects(store.open(wanted), { code: 'NOT_FOUND' }, JSON.stringify(wanted))
    t.equal(await store.exists(wanted), false, JSON.stringify(wanted))
  }
  t.equal(await readFile(join(folder, 'secret'), 'utf8'), 'hunter2')
})
