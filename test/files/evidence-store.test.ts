import { open, readFile, stat, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import t, { type Test } from 'tap'
import { createEvidenceStore } from '../../src/files/evidence-store.js'
import { s3Server } from '../helpers/s3-server.js'
import { filesIn, pdf, records, sha256, streamOf } from './samples.js'

const MAX = 1_000_000
const content = pdf('整改前后截图'.repeat(20_000))
const hash = sha256(content)
const file = { declared_type: 'application/pdf', name: '整改报告(盖章).pdf' }

const server = await s3Server(t)

/** A store and a look behind it. */
interface Kept {
  folder: string
  store: ReturnType<typeof createEvidenceStore>
  /** What lies there under a hash, whether it was kept or not. */
  lying: () => Promise<readonly string[]>
  /** Puts other bytes in the place of those of a hash. */
  spoil: (sha256: string, bytes: Buffer) => Promise<void>
}

function inFolder(t: Test): Kept {
  const folder = join(t.testdir(), 'deep', 'evidence')
  const spoil = async (sha256: string, bytes: Buffer) => {
    const handle = await open(placeIn(folder, sha256), 'r+')
    await handle.write(bytes, 0, bytes.length, 0)
    await handle.truncate(bytes.length)
    await handle.close()
  }
  const store = createEvidenceStore({ folder, max_bytes: MAX })
  return { folder, store, lying: () => filesIn(folder), spoil }
}

/** The bucket is one for all tests, and emptied after each. */
function inBucket(t: Test): Kept {
  const folder = t.testdir()
  const { bucket, ask, keys } = server
  t.teardown(async () => {
    for (const key of await keys()) await ask('DELETE', `/${key}`)
  })
  return {
    folder,
    store: createEvidenceStore({ folder, max_bytes: MAX, bucket }),
    // What is left on the way in or out counts as well.
    lying: async () => [...(await keys()), ...(await filesIn(folder))].map(lastOf),
    spoil: async (sha256, bytes) => {
      await ask('PUT', `/${keyOf(sha256)}`, bytes)
    },
  }
}

for (const [kind, kept] of Object.entries({ folder: inFolder, bucket: inBucket })) {
  t.test(`${kind}: a file is stored under its hash and comes back as it was`, async (t) => {
    const { store, lying } = kept(t)
    t.equal(await store.exists(hash), false)
    const stored = await store.put(streamOf(content), file)
    t.strictSame(stored, {
      sha256: hash,
      size: content.length,
      type: 'application/pdf',
      name: file.name,
      metadata: null,
    })
    t.equal(await store.exists(hash), true)
    t.strictSame(await lying(), [hash])
    const { size, stream } = await store.open(hash)
    t.equal(size, content.length)
    t.ok((await buffer(stream)).equals(content))
    t.strictSame(await lying(), [hash], 'and reading leaves nothing')
  })

  t.test(`${kind}: what has arrived is found only once it is kept`, async (t) => {
    const { store, lying } = kept(t)
    const refused = await store.receive(streamOf(content), file)
    t.equal(await store.exists(hash), false)
    await refused.discard()
    t.strictSame(await lying(), [])
    const accepted = await store.receive(streamOf(content), file)
    await accepted.keep()
    t.equal(await store.exists(hash), true)
    await accepted.discard()
    t.strictSame(await lying(), [hash])
  })

  t.test(`${kind}: the same content twice, also at once, is one file`, async (t) => {
    const { store, lying } = kept(t)
    const names = ['a.pdf', 'b.pdf', 'c.pdf', 'd.pdf']
    const stored = await Promise.all(
      names.map((name) => store.put(streamOf(content), { ...file, name })),
    )
    t.strictSame(
      stored.map(({ name, sha256 }) => [name, sha256]),
      names.map((name) => [name, hash]),
    )
    t.strictSame(await lying(), [hash])
  })

  t.test(`${kind}: the limit passes, one byte more leaves nothing`, async (t) => {
    const { store, lying } = kept(t)
    const full = pdf('x'.repeat(MAX - pdf('').length))
    t.equal((await store.put(streamOf(full, 65_536), file)).size, MAX)
    const source = streamOf(Buffer.concat([full, Buffer.from('y')]), 65_536)
    await t.rejects(store.put(source, file), { name: 'EvidenceError', code: 'TOO_LARGE' })
    t.equal(source.destroyed, true)
    t.strictSame(await lying(), [sha256(full)])
  })

  t.test(`S36 ${kind}: a changed byte is never delivered`, async (t) => {
    const { store, spoil, lying } = kept(t)
    await store.put(streamOf(content), file)
    const changed = Buffer.from(content)
    changed[content.length - 1] = 0
    await spoil(hash, changed)
    await t.rejects(store.open(hash), { name: 'EvidenceError', code: 'CORRUPT' })
    await store.put(streamOf(content), file)
    const healed = await store.open(hash)
    t.ok((await buffer(healed.stream)).equals(content))
    await spoil(hash, content.subarray(0, 10))
    await t.rejects(store.open(hash), { code: 'CORRUPT' })
    t.strictSame(await lying(), [hash], 'and nothing of it stays here')
  })

  t.test(`${kind}: a reader keeps its bytes while the content is stored again`, async (t) => {
    const { store, spoil } = kept(t)
    await store.put(streamOf(content), file)
    const { stream } = await store.open(hash)
    await store.put(streamOf(content), file)
    t.ok((await buffer(stream)).equals(content))
    if (kind === 'folder') return
    const checked = await store.open(hash)
    await spoil(hash, Buffer.from('other'))
    t.ok((await buffer(checked.stream)).equals(content), 'what was checked is what is read')
  })

  t.test(`${kind}: content no record names is swept once old, and nothing else`, async (t) => {
    const { store } = kept(t)
    await store.put(streamOf(content), file)
    const asked: string[] = []
    const later = Date.now() + 60_000
    t.equal(await store.sweepUnnamed(Date.now() - 60_000, records(false, asked)), 0, 'too young')
    t.strictSame(asked, [], 'and not asked about')
    t.equal(await store.sweepUnnamed(later, records(true, asked)), 0, 'named')
    t.equal(await store.exists(hash), true)
    t.equal(await store.sweepUnnamed(later, records(false, asked)), 1)
    t.strictSame(asked, [hash, hash])
    t.equal(await store.exists(hash), false)
  })

  t.test(`${kind}: what a crash leaves on the way is swept once old`, async (t) => {
    const { store, lying } = kept(t)
    await store.put(streamOf(content), file)
    await store.receive(streamOf(pdf('crashed')), file)
    const left = (await lying()).length
    t.ok(left > 1)
    t.equal(await store.sweep(Date.now() - 60_000), 0, 'too young')
    t.equal(await store.sweep(Date.now() + 60_000), left - 1)
    t.strictSame(await lying(), [hash])
  })

  t.test(`${kind}: what is not stored is not found, and a hash is never a path`, async (t) => {
    const { store, folder } = kept(t)
    await store.put(streamOf(content), file)
    const other = sha256(pdf('other'))
    const bad = [
      '',
      '..',
      '../secret',
      '../../etc/passwd',
      `${hash}/..`,
      `${hash}\0`,
      `${hash}?acl`,
    ]
    for (const wanted of [other, hash.toUpperCase(), ...bad]) {
      await t.rejects(store.open(wanted), { code: 'NOT_FOUND' }, JSON.stringify(wanted))
      t.equal(await store.exists(wanted), false, JSON.stringify(wanted))
    }
    t.strictSame(
      (await filesIn(folder)).filter((name) => name.endsWith('.part')),
      [],
    )
  })
}

t.test('an endless upload is cut at the limit, not at its end', async (t) => {
  const { store } = inFolder(t)
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

t.test('both lay content under the same paths, so that it can be carried over', async (t) => {
  const [here, there] = [inFolder(t), inBucket(t)]
  await here.store.put(streamOf(content), file)
  await there.store.put(streamOf(content), file)
  t.ok((await stat(placeIn(here.folder, hash))).isFile())
  t.strictSame(await server.keys(), [keyOf(hash)])
  t.ok((await readFile(placeIn(here.folder, hash))).equals(content))
  await truncate(placeIn(here.folder, hash), 10)
  await t.rejects(here.store.open(hash), { code: 'CORRUPT' })
})

function keyOf(sha256: string): string {
  return `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`
}

function placeIn(folder: string, sha256: string): string {
  return join(folder, keyOf(sha256))
}

function lastOf(path: string): string {
  return path.split('/').at(-1) ?? ''
}
