import { deflateRawSync } from 'node:zlib'
import t from 'tap'
import { createEvidenceStore } from '../../src/files/evidence-store.js'
import { filesIn, streamOf } from './samples.js'
import { contentTypes, docx, entry, type ZipEntry, zip } from './zips.js'

const MIB = 1024 * 1024
const zeros = (bytes: number) => Buffer.alloc(bytes)
/** So many blocks of 16 MiB of zeros, packed once and repeated: 640 are ten gigabytes. */
const packed = deflateRawSync(zeros(16 * MIB), { finishFlush: 3 })
const blocks = (count: number) => Buffer.concat(Array.from({ length: count }, () => packed))

const part = (packed: Buffer, size: number): ZipEntry => ({
  ...{ name: 'word/media/a.bin', method: 8, packed, size },
})
const first = contentTypes('docx')
const many = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ ...part(Buffer.alloc(0), 0), name: `a${i}` }))
const nested = (depth: number): Buffer =>
  depth === 0 ? docx() : zip([first, entry('word/embeddings/a.docx', nested(depth - 1), 0)])

const BOMBS: Readonly<Record<string, () => Buffer>> = {
  '10 GB of zeros': () => docx([], [part(blocks(640), (640 * 16 * MIB) % 2 ** 32)]),
  'zeros that say they are 1 MB': () => docx([], [part(blocks(64), MIB)]),
  'zeros of size 0': () => docx([], [part(blocks(64), 0)]),
  'zeros of just the size they say, a thousand times denser than they may be': () =>
    docx([], [entry('word/media/a.bin', zeros(17 * MIB))]),
  'sixteen layers like 42.zip': () => nested(16),
  'an archive in an archive in an archive': () => nested(2),
  'a large archive within': () =>
    docx([], [entry('word/embeddings/a.docx', Buffer.concat([docx(), zeros(9 * MIB)]), 0)]),
  'a bomb within a document within': () =>
    docx([], [entry('word/embeddings/a.docx', docx([], [part(blocks(64), 0)]), 0)]),
  '100,000 entries': () => zip(many(100_000)),
  '5,001 entries': () => zip(many(5_001)),
  '70,000 entries that say they are 4,464': () => zip(many(70_000)),
  'entries over each other': () => {
    const kernel = { ...entry('a', zeros(1_000), 0) }
    return zip([
      kernel,
      ...Array.from({ length: 9 }, (_, i) => ({ ...kernel, name: `b${i}`, at: 0 })),
    ])
  },
  'two entries of one name': () => docx([], [entry('Word/Document.xml', 'x')]),
  'an entry under a password': () => docx([], [{ ...entry('a', 'x'), flags: 1 }]),
  'a link': () => docx([], [{ ...entry('a', '/etc/passwd'), attributes: (0o120777 << 16) >>> 0 }]),
  'a way out': () => docx([], [entry('../../x', 'x')]),
  'another way out': () => docx([], [entry('/x', 'x')]),
  'a remark behind it': () => zip([first], 'PK'),
  'something before it': () => Buffer.concat([docx().subarray(0, 4), zeros(8), docx()]),
  'no list': () => docx().subarray(0, 200),
  'a broken entry': () => docx([], [{ ...part(Buffer.from('not packed at all'), 100) }]),
  'endless names': () => docx([], [entry('a'.repeat(3_000), 'x')]),
}

t.test(
  'S32 an archive that lies or never ends is refused at once and in little memory',
  async (t) => {
    const folder = t.testdir()
    const store = createEvidenceStore({ folder, max_bytes: 50 * MIB })
    const file = { declared_type: '', name: '报告.docx' }
    // Warm: what the first archive loads is none of a bomb's memory.
    await store.put(streamOf(docx(['ordinary']), MIB), file)
    for (const [name, made] of Object.entries(BOMBS)) {
      const bytes = made()
      const before = process.memoryUsage.rss()
      // Of the processor, whoever else wants it meanwhile.
      const begun = process.cpuUsage()
      let most = before
      const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 5)
      await t.rejects(store.put(streamOf(bytes, MIB), file), { code: 'ARCHIVE_UNSAFE' }, name)
      clearInterval(watch)
      const { user, system } = process.cpuUsage(begun)
      const took = (user + system) / 1_000
      t.ok(took < 1_000, `${name}: ${Math.round(took)} ms`)
      t.ok(most - before < 32 * MIB, `${name}: ${Math.round((most - before) / MIB)} MiB`)
    }
    t.equal((await filesIn(folder)).length, 1, 'none of them was kept')
  },
)

t.test('S32 what a real document may be passes', async (t) => {
  const store = createEvidenceStore({ folder: t.testdir(), max_bytes: 50 * MIB })
  const file = { declared_type: '', name: '报告.docx' }
  const chart = zip([contentTypes('xlsx'), entry('xl/workbook.xml', '<workbook/>')])
  const noise = Buffer.from(Array.from({ length: 100_000 }, (_, i) => (i * 7_919) % 251))
  const good: Readonly<Record<string, Buffer>> = {
    'a chart with its table': docx([], [entry('word/embeddings/a.xlsx', chart)]),
    folders: docx([], [entry('word/media/', '', 0), entry('word/media/a.png', noise)]),
    'an even page of 15 MiB': docx([], [entry('word/media/a.bmp', zeros(15 * MIB))]),
    'many pages': docx(
      [],
      Array.from({ length: 300 }, (_, i) => entry(`word/p${i}.xml`, '<p/>')),
    ),
  }
  for (const [name, bytes] of Object.entries(good)) {
    t.equal((await store.put(streamOf(bytes, MIB), file)).size, bytes.length, name)
  }
})
