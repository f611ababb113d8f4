import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import t, { type Test } from 'tap'
import { type BucketOptions, openBucket } from '../../src/files/bucket.js'
import { createEvidenceStore } from '../../src/files/evidence-store.js'
import { s3Server } from '../helpers/s3-server.js'
import { filesIn, pdf, records, sha256, streamOf } from './samples.js'

const content = pdf('x'.repeat(300_000))
const hash = sha256(content)
const file = { declared_type: 'application/pdf', name: 'a.pdf' }
const AWAY = { name: 'EvidenceError', code: 'STORE_AWAY' }

const server = await s3Server(t)

function storeWith(t: Test, more: Partial<BucketOptions>) {
  const folder = t.testdir()
  const bucket = { ...server.bucket, ...more }
  return { folder, store: createEvidenceStore({ folder, max_bytes: 1_000_000, bucket }) }
}

/** Nothing is claimed, neither that something is stored nor that it is not there, and nothing stays here. */
async function isAway(t: Test, more: Partial<BucketOptions>, why: unknown): Promise<void> {
  const { folder, store } = storeWith(t, more)
  const away = { ...AWAY, cause: why }
  await t.rejects(store.put(streamOf(content), file), away, 'put')
  await t.rejects(store.open(hash), away, 'open')
  await t.rejects(store.sweepUnnamed(Date.now(), records(false)), away, 'sweep')
  t.strictSame(await filesIn(folder), [])
}

t.test('S36 the bucket checks who asks, and what it refuses is not mistaken', async (t) => {
  const { store } = storeWith(t, {})
  await store.put(streamOf(content), file)
  await isAway(t, { secret: 'another secret, not its own' }, { code: 'SignatureDoesNotMatch' })
  await isAway(t, { key_id: 'nobody' }, { code: 'InvalidAccessKeyId' })
  const url = server.bucket.url.replace('evidence', 'no-such-bucket')
  await isAway(t, { url }, { code: 'NoSuchBucket' })
  t.equal(await store.exists(hash), true)
  const unsigned = await fetch(
    `${server.bucket.url}/${hash.slice(0, 2)}/${hash.slice(2, 4)}/${hash}`,
  )
  t.equal(unsigned.status, 403)
})

t.test('S36 what is sent is bound by its hash to the signature', async (t) => {
  const bucket = openBucket(server.bucket)
  const path = join(t.testdir(), 'file')
  await writeFile(path, content)
  // The wrong length is found out here, before anything is stored.
  const wrong = { path, sha256: hash, size: content.length + 1 }
  await t.rejects(bucket.put('cut', wrong), AWAY)
  t.equal(await bucket.modified('cut'), null)
})

t.test('a bucket that is away, silent or cut off in the middle is away', async (t) => {
  const nobody = { url: 'http://127.0.0.1:1/evidence' }
  await isAway(t, nobody, { message: /ECONNREFUSED|fetch failed/ })
  const silent = createServer(() => {})
  const cutting = createServer((socket) => {
    socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 9000\r\n\r\nhalf'))
    socket.on('error', () => {})
  })
  for (const one of [silent, cutting]) {
    one.listen(0, '127.0.0.1')
    await once(one, 'listening')
    t.teardown(() => one.close())
  }
  const at = (one: typeof silent) => `http://127.0.0.1:${(one.address() as AddressInfo).port}/b`
  const began = performance.now()
  await isAway(t, { url: at(silent), patience: 100 }, { name: /TimeoutError|Error/ })
  t.ok(performance.now() - began < 5_000, 'nobody waits for it for long')
  const { store, folder } = storeWith(t, { url: at(cutting), patience: 1_000 })
  await t.rejects(store.open(hash), AWAY)
  t.strictSame(await filesIn(folder), [])
})

t.test('a bucket is read through page by page', async (t) => {
  const bucket = openBucket(server.bucket)
  const keys = ['p/a', 'p/b', 'p/c', 'p/d', 'p/e']
  for (const key of keys) await server.ask('PUT', `/${key}`, 'x')
  const pages: string[][] = []
  for await (const page of bucket.list('p/', 2)) pages.push(page.map(({ key }) => key))
  t.strictSame(pages.flat(), keys)
  t.ok(pages.length >= 3, `${pages.length} pages`)
})

t.test('what others have put into the bucket is left alone', async (t) => {
  const { store } = storeWith(t, {})
  await server.ask('PUT', '/notes/a%26b.txt', 'not ours')
  await store.put(streamOf(content), file)
  const asked: string[] = []
  await store.sweepUnnamed(Date.now() + 60_000, records(false, asked))
  t.strictSame(asked, [hash])
  t.ok((await server.keys()).some((key) => key.startsWith('notes/')))
})

t.test('S36 a large file goes to the bucket and comes back in little memory', async (t) => {
  const MIB = 1 << 20
  const bucket = openBucket(server.bucket)
  const path = join(t.testdir(), 'large')
  const size = 120 * MIB
  await pipeline(Readable.from(pieces(size, MIB)), createWriteStream(path))
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path)) hash.update(piece)
  const large = { path, size, sha256: hash.digest('hex') }
  // Warm: what the first transfer loads is none of the next one's memory.
  await bucket.put('warm', large)
  for await (const _ of bucket.read('warm'));
  const there = await growth(() => bucket.put('large', large))
  t.ok(there < 32 * MIB, `${Math.round(there / MIB)} MiB more on the way there`)
  let bytes = 0
  const back = await growth(async () => {
    for await (const piece of bucket.read('large')) bytes += piece.length
  })
  t.equal(bytes, size)
  t.ok(back < 32 * MIB, `${Math.round(back / MIB)} MiB more on the way back`)
})

function* pieces(size: number, length: number): Generator<Buffer> {
  for (let sent = 0; sent < size; sent += length) yield Buffer.alloc(length, sent / length)
}

/** By how many bytes this process grew at most meanwhile. */
async function growth(work: () => Promise<void>): Promise<number> {
  const before = process.memoryUsage.rss()
  let most = 0
  const look = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss() - before)
  }, 5)
  await work()
  clearInterval(look)
  return most
}
