import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import t from 'tap'
import { hitsInLines } from '../../src/http/hit-lines.js'
import { bodyOf, ndjsonLines } from '../../src/http/ndjson.js'
import { hit, ndjson } from './hits.js'

/** A body in pieces of so many bytes. */
function body(content: string | Buffer, size: number): Readable {
  const bytes = Buffer.from(content)
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  )
  return Readable.from(pieces)
}

async function all<T>(given: AsyncIterable<T>): Promise<T[]> {
  const taken: T[] = []
  for await (const one of given) taken.push(one)
  return taken
}

t.test('lines are the same however they are cut into pieces', async (t) => {
  const content = Buffer.concat([
    Buffer.from('\uFEFF{"a":"栏目"}\r\n\n  \n'),
    Buffer.from([0xff, 0x0a]),
    Buffer.from(`${'x'.repeat(30)}\n"末行"`),
  ])
  for (const size of [1, 2, 7, 1_000]) {
    t.strictSame(await all(ndjsonLines(body(content, size), 20)), [
      { text: '{"a":"栏目"}\r', fault: null, number: 1 },
      { text: null, fault: 'MALFORMED', number: 4 },
      { text: null, fault: 'TOO_LONG', number: 5 },
      { text: '"末行"', fault: null, number: 6 },
    ])
  }
})

t.test('a body is hashed as it comes, and ends where it is too large or breaks off', async (t) => {
  const hash = createHash('sha256')
  await all(bodyOf(body('abcdef', 2), 6, hash))
  t.equal(hash.digest('hex'), createHash('sha256').update('abcdef').digest('hex'))
  const large = body('abcdefg', 2)
  await t.rejects(all(bodyOf(large, 6, createHash('sha256'))), { code: 'BODY_TOO_LARGE' })
  await finished(large)
  t.equal(large.readableEnded, true, 'the rest is let pass')
  const broken = Readable.from(
    (async function* () {
      yield Buffer.from('{')
      throw new Error('gone')
    })(),
  )
  await t.rejects(all(bodyOf(broken, 6, createHash('sha256'))), { code: 'VALIDATION_FAILED' })
})

t.test('a line too many is named, and so is none at all', async (t) => {
  const content = ndjson([hit('1'), hit('2'), hit('3')])
  const faultsOf = (given: string, most: number) =>
    all(hitsInLines(body(given, 100), most).pages).then(
      (pages) => pages.flat().length,
      (error: { faults: { code: string; line: number | null }[] }) =>
        error.faults.map(({ code, line }) => [code, line]),
    )
  t.equal(await faultsOf(content, 3), 3)
  t.strictSame(await faultsOf(content, 2), [['TOO_LONG', 3]])
  t.strictSame(await faultsOf('\n \n', 2), [['REQUIRED', null]])
})
