import type { Worker } from 'node:worker_threads'
import { deflateRawSync } from 'node:zlib'
import t from 'tap'
import { createPaperReader } from '../../src/notices/reader.js'
import { compound } from '../files/compounds.js'
import { contentTypes, entry, type ZipEntry, zip } from '../files/zips.js'
import { figure } from '../helpers/figure.js'
import { p, wordOf, workbookOf } from './office-files.js'
import { assembled, pdfOf, streamOf } from './pdfs.js'

t.setTimeout(300_000)

const MIB = 1024 * 1024
const GOOD = p('市教育局“招生考试”栏目超过6个月未更新。')
const reader = createPaperReader()
t.teardown(() => reader.close())

const document = (body: string, head = '') =>
  zip([
    contentTypes('docx'),
    entry(
      '_rels/.rels',
      '<Relationships><Relationship Id="r" Type="/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    entry('word/document.xml', `${head}${body}`),
  ])
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const laughs = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "${'ha'.repeat(100)}">${Array.from(
  'bcdefghi',
)
  .map((name, at) => `<!ENTITY ${name} "${`&${'abcdefgh'[at]};`.repeat(10)}">`)
  .join('')}]>`
/** An entry of zeros that says of its size what it likes. */
const zeros = (mebibytes: number, size = mebibytes * MIB): ZipEntry => ({
  ...{ name: 'word/document.xml', size, method: 8 as const },
  packed: deflateRawSync(Buffer.alloc(mebibytes * MIB)),
})
const sheet = (rows: string) =>
  workbookOf([{ rows: [['a', 'b']], more: `<sheetData>${rows}</sheetData>` }])
const rows = (count: number) =>
  Array.from({ length: count }, (_, at) => `<row r="${at + 2}"><c><v>1</v></c></row>`).join('')

/** What the first of each kind loads is none of the next one's time. */
async function warm(): Promise<void> {
  const pdf = pdfOf([[{ x: 90, y: 700, text: '市教育局首页打不开，栏目未更新。' }]])
  for (const bytes of [wordOf(GOOD), pdf]) await reader.read({ bytes, name: '' })
}

/** Milliseconds of work of all threads, whatever else the machine does meanwhile. */
function since(begun: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(begun)
  return (user + system) / 1_000
}

const SLOW = /^(?:READING_TOO_SLOW|TEXT_TOO_LONG)$/

const HOSTILE: readonly (readonly [
  what: string,
  code: string | RegExp,
  bytes: Buffer,
  name?: string,
])[] = [
  ['an archive of zeros', 'ARCHIVE_UNSAFE', zip([contentTypes('docx'), zeros(512)])],
  ['one that says it is small', 'ARCHIVE_UNSAFE', zip([contentTypes('docx'), zeros(60, 10)])],
  ['an archive cut off', 'ARCHIVE_UNSAFE', wordOf(GOOD).subarray(0, 300)],
  ['endless entities', 'FILE_DAMAGED', document(`<w:document ${W}>&i;</w:document>`, laughs)],
  [
    'a type of its own',
    'FILE_DAMAGED',
    document(`<w:document ${W}/>`, '<!DOCTYPE x SYSTEM "file:///etc/passwd">'),
  ],
  ['tags in tags', 'FILE_DAMAGED', document(`<w:document ${W}>${'<w:tbl>'.repeat(100_000)}`)],
  ['tags that do not close', 'FILE_DAMAGED', document(`<w:document ${W}><w:body>`)],
  ['a text without end', 'ARCHIVE_UNSAFE', wordOf(p('未更新。'.repeat(2_000_000)))],
  ['a text too long', 'TEXT_TOO_LONG', wordOf(p('未更新。'.repeat(60_000)))],
  ['a million paragraphs', 'ARCHIVE_UNSAFE', wordOf(p('一').repeat(600_000))],
  ['a million rows', SLOW, sheet(rows(1_000_000))],
  ['columns without end', 'TEXT_TOO_LONG', sheet('<row r="2"><c r="XFD2"><v>1</v></c></row>')],
  [
    'a merge over everything',
    '',
    workbookOf([
      {
        rows: [
          ['单位', '问题'],
          ['市教育局', '打不开'],
        ],
        merges: Array.from({ length: 20_000 }, () => 'A1:XFD1048576'),
      },
    ]),
  ],
  ['macros', 'FILE_ACTIVE', wordOf(GOOD, {}, [entry('word/vbaProject.bin', 'x')])],
  ['a document under a password', 'FILE_ENCRYPTED', compound(['EncryptedPackage'])],
  ['an old document', 'OLD_FORMAT', compound(['WordDocument'])],
  ['an OFD', 'OFD_FORMAT', zip([entry('OFD.xml', '<ofd:OFD/>'), entry('a.xml', '<a/>')])],
  ['another archive', 'UNKNOWN_FORMAT', zip([entry('a.txt', 'text')])],
  ['a picture', 'FILE_WITHOUT_TEXT', Buffer.from('89504e470d0a1a0a', 'hex'), '通报.docx'],
  ['a marked name', 'SECRECY_MARKED', wordOf(GOOD), '机密★通报.docx'],
  ['bytes', 'UNKNOWN_FORMAT', Buffer.from([1, 0, 2])],
  ['a large text', 'TEXT_TOO_LONG', Buffer.from('a'.repeat(100_001))],
  ['a PDF that is none', 'FILE_DAMAGED', Buffer.from('%PDF-1.7')],
  ['a PDF of zeros', SLOW, pdfZeros()],
]

/** A PDF whose page unpacks to a gigabyte of blanks, twice packed. */
function pdfZeros(): Buffer {
  const blanks = streamOf(Buffer.alloc(1024 * MIB, 0x20))
  return assembled([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << >> >>',
    blanks,
  ])
}

t.test(
  'S32 what is hostile, sealed, endless or broken is refused soon and in little memory',
  async (t) => {
    await warm()
    let [slowest, largest] = [0, 0]
    for (const [what, code, bytes, name = ''] of HOSTILE) {
      const [begun, began] = [process.cpuUsage(), performance.now()]
      const before = process.memoryUsage.rss()
      let most = before
      const look = setInterval(() => {
        most = Math.max(most, process.memoryUsage.rss())
      }, 5)
      const told = await reader.read({ bytes, name }).then(
        () => '',
        (error: { code?: string }) => error.code,
      )
      clearInterval(look)
      // A loaded machine takes longer, a free one collects garbage on all its cores at once: neither is the reader's.
      const took = Math.min(since(begun), performance.now() - began)
      const grown = (most - before) / MIB
      const expected = what === 'a PDF of zeros' ? /^(?:READING_TOO_SLOW|TEXT_TOO_LONG)$/ : code
      t.match(told, expected, what)
      t.ok(took < 2_000, `${what}: ${took.toFixed(0)} ms`)
      t.ok(grown < 200, `${what}: ${grown.toFixed(0)} MiB`)
      slowest = Math.max(slowest, took)
      largest = Math.max(largest, grown)
      if (told === 'READING_TOO_SLOW' || told === 'TEXT_TOO_LONG') await warm()
    }
    figure(
      `hostile files refused in ${slowest.toFixed(0)} ms and ${largest.toFixed(0)} MiB at most`,
    )
    const after = await reader.read({ bytes: wordOf(GOOD), name: '' })
    t.equal(after.reading.findings.length, 1, 'the next one is read')
  },
)

t.test('a thread that dies while it is idle is replaced', async (t) => {
  const threads: Worker[] = []
  const made = (thread: Worker) => void threads.push(thread)
  process.on('worker', made)
  t.teardown(() => process.off('worker', made))
  const frugal = createPaperReader({ threads: 1 })
  t.teardown(() => frugal.close())
  const read = async () => (await frugal.read({ bytes: wordOf(GOOD), name: '' })).reading.findings
  t.equal((await read()).length, 1)
  t.equal((await read()).length, 1)
  t.equal(threads.length, 1, 'one thread reads one paper after the other')
  await threads[0]?.terminate()
  t.equal((await read()).length, 1)
  t.equal(threads.length, 2)
})

t.test('a text that takes too long is given up, and only so many wait', async (t) => {
  const impatient = createPaperReader({ reading_ms: 1, threads: 1, waiting: 1 })
  t.teardown(() => impatient.close())
  const text = '市教育局“甲”栏目、'.repeat(10_000)
  const told = await Promise.allSettled([1, 2, 3].map(() => impatient.read({ text })))
  t.strictSame(
    told.map((one) => (one.status === 'rejected' ? one.reason.code : 'read')),
    ['READING_TOO_SLOW', 'READING_TOO_SLOW', 'OVERLOADED'],
  )
})
