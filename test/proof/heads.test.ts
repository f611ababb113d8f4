import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { instantOf } from '../../src/domain/instant.js'
import { openHeadsBook } from '../../src/proof/heads-file.js'
import { newSigningKey, signerOf, verifierOf } from '../../src/proof/key.js'
import { HEADS_BEGIN, type HeadsRead, readHeads } from '../../src/proof/read-heads.js'

const AT = instantOf('2022-09-05T01:00:00.000Z')
const head = (seq: number) => ({
  ...{ office_id: 'o', notice_id: 'n', finding_id: 'f', number: 1, seq, hash: `hash ${seq}` },
})
const body = (seq: number) => ({ at: AT, as_of: AT, heads: [head(seq)] })

function newSigner() {
  const signer = signerOf(newSigningKey())
  if (!signer) throw new Error('no key')
  return signer
}

function verifying(...pem: readonly string[]) {
  const verify = verifierOf(pem.join('\n'))
  if (!verify) throw new Error('no key')
  return verify
}

function bookIn(t: Test) {
  const signer = newSigner()
  const path = join(t.testdir(), 'deep', 'heads.ndjson')
  const book = openHeadsBook(path, signer)
  return { path, signer, verify: verifying(signer.public_key), book }
}

async function all(path: string, verify: Parameters<typeof readHeads>[1], from = HEADS_BEGIN) {
  const read: HeadsRead[] = []
  for await (const one of readHeads(path, verify, from)) read.push(one)
  return read
}
const faultsIn = (read: readonly HeadsRead[]) => read.map(({ fault }) => fault)

t.test('S52 lines hang on each other, and reading goes on from any of them', async (t) => {
  const { path, verify, book } = bookIn(t)
  t.equal(await book.last(), null)
  const first = await book.append(null, body(1))
  const second = await book.append(first, body(2))
  t.strictSame(await book.last(), second)
  const read = await all(path, verify)
  t.strictSame(faultsIn(read), [null, null])
  t.strictSame(
    read.map(({ line }) => line?.heads[0]?.seq),
    [1, 2],
  )
  t.strictSame(await all(path, verify, read[0]?.place), read.slice(1))
})

t.test(
  'S52 whatever a killed writer leaves of a line, the next follows the last whole',
  async (t) => {
    const { path, verify, book } = bookIn(t)
    await book.append(null, body(1))
    const whole = await readFile(path, 'utf8')
    const last = await book.last()
    for (let length = 1; length < whole.length - 1; length += 97) {
      await writeFile(path, whole)
      await appendFile(path, whole.slice(0, length))
      t.strictSame(faultsIn(await all(path, verify)), [null, 'torn'])
      t.strictSame(await book.last(), last)
      await book.append(await book.last(), body(2))
      t.strictSame(faultsIn(await all(path, verify)), [null, 'torn', null], `${length} bytes`)
    }
    await writeFile(path, whole.slice(0, 50))
    t.equal(await book.last(), null)
    await book.append(null, body(1))
    t.strictSame(faultsIn(await all(path, verify)), ['torn', null], 'the first of all')
  },
)

t.test('S52 a line that lacks nothing but its end is the last one', async (t) => {
  const { path, verify, book } = bookIn(t)
  await book.append(null, body(1))
  const second = await book.append(await book.last(), body(2))
  await writeFile(path, (await readFile(path, 'utf8')).slice(0, -1))
  t.strictSame(await book.last(), second)
  const before = await all(path, verify)
  t.strictSame(faultsIn(before), [null, null])
  await book.append(await book.last(), body(3))
  const numbers = (read: readonly HeadsRead[]) => read.map(({ line }) => line?.number)
  t.strictSame(numbers(await all(path, verify)), [1, 2, 3])
  t.strictSame(numbers(await all(path, verify, before.at(-1)?.place)), [3], 'read on from there')
})

t.test('what a file holds is read on, and anew where it is another file', async (t) => {
  const { path, book } = bookIn(t)
  t.strictSame((await book.held(null)).hashes, new Map())
  const first = await book.append(null, body(1))
  const whole = await readFile(path, 'utf8')
  await book.append(first, body(2))
  const held = await book.held(null)
  t.strictSame(held.hashes, new Map([['f', 'hash 2']]))
  await book.append(await book.last(), { ...body(3), heads: [{ ...head(3), finding_id: 'g' }] })
  const on = await book.held(held)
  t.strictSame(
    [...on.hashes],
    [
      ['f', 'hash 2'],
      ['g', 'hash 3'],
    ],
  )
  await writeFile(path, whole)
  t.strictSame((await book.held(on)).hashes, new Map([['f', 'hash 1']]), 'cut')
  await writeFile(path, '')
  for (let seq = 11; seq < 16; seq += 1) await book.append(await book.last(), body(seq))
  t.strictSame((await book.held(on)).hashes, new Map([['f', 'hash 15']]), 'begun anew')
  await openHeadsBook(path, newSigner()).append(await book.last(), body(99))
  t.strictSame((await book.held(on)).hashes, new Map([['f', 'hash 15']]), 'by another’s key')
})

t.test('S52 of a line by another’s key nothing is believed', async (t) => {
  const { path, signer, verify, book } = bookIn(t)
  await book.append(null, body(1))
  const other = newSigner()
  const far = { ...body(9), as_of: instantOf('2199-01-01T00:00:00.000Z') }
  await openHeadsBook(path, other).append(await book.last(), far)
  const after = await book.last()
  t.match(after, { number: 2, as_of: null }, 'all is signed again')
  await book.append(after, body(2))
  const read = await all(path, verify)
  t.strictSame(faultsIn(read), [null, 'forged', 'unlinked'])
  t.equal(read[1]?.line, null)
  const both = verifying(signer.public_key, other.public_key)
  t.strictSame(faultsIn(await all(path, both)), [null, null, null], 'a key that was changed')
  t.equal(verifierOf('no key'), null)
})

t.test('a file that is not ours is not written to', async (t) => {
  const { path, book } = bookIn(t)
  await book.append(null, body(1))
  await writeFile(path, 'x'.repeat(5 * 1024 * 1024))
  await t.rejects(book.last(), { message: /does not end in a line/ })
})
