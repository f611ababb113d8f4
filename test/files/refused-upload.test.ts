import { chmod, mkdir, utimes, writeFile } from 'node:fs/promises'
import { createServer, request } from 'node:http'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import t from 'tap'
import { createEvidenceStore } from '../../src/files/evidence-store.js'
import { filesIn, pdf, sha256, streamOf } from './samples.js'

const file = { declared_type: 'application/pdf', name: 'a.pdf' }
const big = pdf('x'.repeat(200_000))

function storeIn(folder: string) {
  return createEvidenceStore({ folder, max_bytes: 1_000_000 })
}

t.test('an upload whose connection breaks at 99 % leaves nothing', async (t) => {
  const folder = t.testdir()
  const store = storeIn(folder)
  const outcome = new Promise<unknown>((resolve) => {
    const server = createServer((req) => {
      store.put(req, file).then(resolve, resolve)
    })
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = address !== null && typeof address === 'object' ? address.port : 0
      const headers = { 'content-length': big.length }
      const upload = request({ port, host: '127.0.0.1', method: 'POST', headers })
      upload.on('error', () => {})
      upload.write(big.subarray(0, big.length - 1), () => setTimeout(() => upload.destroy(), 50))
    })
    t.teardown(() => new Promise<void>((closed) => server.close(() => closed())))
  })
  t.match(await outcome, { name: 'EvidenceError', code: 'UPLOAD_ABORTED' })
  t.strictSame(await filesIn(folder), [])
})

t.test('a source that fails or is destroyed leaves nothing', async (t) => {
  const folder = t.testdir()
  const store = storeIn(folder)
  const failing = Readable.from(
    (async function* () {
      yield big
      throw new Error('network gone')
    })(),
  )
  await t.rejects(store.put(failing, file), {
    code: 'UPLOAD_ABORTED',
    cause: { message: 'network gone' },
  })
  const destroyed = new PassThrough()
  destroyed.write(big.subarray(0, 10_000))
  setTimeout(() => destroyed.destroy(), 50)
  await t.rejects(store.put(destroyed, file), { code: 'UPLOAD_ABORTED' })
  t.strictSame(await filesIn(folder), [])
})

t.test('a file a multipart parser cut at its own limit is too large, not shorter', async (t) => {
  const folder = t.testdir()
  const cut = Object.assign(streamOf(big), { truncated: true })
  await t.rejects(storeIn(folder).put(cut, file), { code: 'TOO_LARGE' })
  t.strictSame(await filesIn(folder), [])
})

t.test('nothing and the wrong thing are refused and leave nothing', async (t) => {
  const folder = t.testdir()
  const store = storeIn(folder)
  await t.rejects(store.put(Readable.from([]), file), { code: 'EMPTY_FILE' })
  const html = Buffer.from('<html><script>alert(1)</script></html>')
  await t.rejects(store.put(streamOf(html), file), { code: 'TYPE_NOT_ALLOWED' })
  t.strictSame(await filesIn(folder), [])
})

t.test('the wrong thing is refused as soon as it shows, not after all of it came', async (t) => {
  const source = new PassThrough()
  source.write(Buffer.alloc(8192, 'MZ'))
  await t.rejects(storeIn(t.testdir()).put(source, file), { code: 'TYPE_NOT_ALLOWED' })
  t.equal(source.destroyed, true)
})

t.test('single bytes are recognised as well as big chunks', async (t) => {
  const small = pdf('x'.repeat(5000))
  const stored = await storeIn(t.testdir()).put(streamOf(small, 1), file)
  t.match(stored, { sha256: sha256(small), size: small.length })
})

t.test('a failing disk is not blamed on the sender', async (t) => {
  const folder = t.testdir({ unfinished: 'a file where a folder should be' })
  const source = streamOf(big)
  await t.rejects(storeIn(folder).put(source, file), { code: 'EEXIST' })
  t.equal(source.destroyed, true)
  const taken = t.testdir()
  const hash = sha256(big)
  await mkdir(join(taken, hash.slice(0, 2), hash.slice(2, 4), hash), { recursive: true })
  await t.rejects(storeIn(taken).put(streamOf(big), file), { code: 'EISDIR' })
  t.strictSame(await filesIn(taken), [])
})

t.test('the sweep removes stale leftovers and nothing else', async (t) => {
  const folder = t.testdir()
  const store = storeIn(folder)
  t.equal(await store.sweep(Date.now()), 0)
  const { sha256: kept } = await store.put(streamOf(big), file)
  const stale = '0192a000-0000-4000-8000-000000000001.part'
  const fresh = '0192a000-0000-4000-8000-000000000002.part'
  for (const name of [stale, fresh, 'note.txt']) {
    await writeFile(join(folder, 'unfinished', name), 'x')
  }
  const yesterday = new Date(Date.now() - 86_400_000)
  for (const name of [stale, 'note.txt']) {
    await utimes(join(folder, 'unfinished', name), yesterday, yesterday)
  }
  await chmod(join(folder, 'unfinished', stale), 0o440)
  t.equal(await store.sweep(Date.now() - 3_600_000), 1)
  t.strictSame([...(await filesIn(folder))].toSorted(), [fresh, kept, 'note.txt'].toSorted())
  t.equal(await store.exists(kept), true)
})
