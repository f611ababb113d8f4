import { Readable } from 'node:stream'
import t from 'tap'
import { ACCEPTED_EXTENSIONS } from '../../src/files/accepted-types.js'
import { createEvidenceStore } from '../../src/files/evidence-store.js'
import { compound } from './compounds.js'
import { PICTURES } from './pictures.js'
import { filesIn, pdf } from './samples.js'
import { contentTypes, docx, entry, ofd, zip } from './zips.js'

const EXE = Buffer.concat([Buffer.from('MZ\x90\0', 'latin1'), Buffer.alloc(100)])
const HTML = Buffer.from('<html><script>alert(1)</script></html>')
const office = (kind: 'xlsx' | 'pptx') => zip([contentTypes(kind), entry('a.xml', '<a/>')])
const picture = (extension: string) => PICTURES[extension]?.(800, 600) ?? EXE

const GOOD: Readonly<Record<string, Buffer>> = {
  pdf: pdf(),
  ofd: ofd(),
  ...Object.fromEntries(['png', 'jpg', 'gif', 'webp', 'bmp'].map((one) => [one, picture(one)])),
  jpeg: picture('jpg'),
  docx: docx(),
  xlsx: office('xlsx'),
  pptx: office('pptx'),
  doc: compound(['WordDocument', '1Table']),
  xls: compound(['Workbook']),
  ppt: compound(['PowerPoint Document', 'Current User', 'a', 'b', 'c']),
  wps: compound(['WordDocument', 'WpsCustomData']),
  et: compound(['Workbook', 'ETExtData']),
  dps: compound(['PowerPoint Document']),
  txt: Buffer.from('整改说明：已删除 <script> 等内容。\r\n'),
  csv: Buffer.from([0xd0, 0xf2, 0xba, 0xc5, 0x2c, 0xb5, 0xa5, 0xce, 0xbb, 0x0d, 0x0a]),
}

/** Its folders lie where only a further list of tables says what follows them, and the file ends within that list. */
function withoutItsList(): Buffer {
  const folders = (109 + 33) * 128
  const bytes = Buffer.alloc((folders + 2) * 512 + 130)
  compound(['WordDocument']).copy(bytes)
  bytes.writeUInt32LE(folders, 48)
  bytes.writeUInt32LE(folders + 1, 68)
  return bytes
}

const storeIn = (folder: string) => createEvidenceStore({ folder, max_bytes: 10_000_000 })
const upload = (folder: string, name: string, bytes: Buffer) =>
  storeIn(folder).put(Readable.from([bytes]), { name, declared_type: '' })

t.test('S31 each accepted format passes as itself and as no other', async (t) => {
  const folder = t.testdir()
  t.strictSame(Object.keys(GOOD).toSorted(), [...ACCEPTED_EXTENSIONS].toSorted())
  const alike = [
    ['jpg', 'jpeg'],
    ['txt', 'csv'],
    ['doc', 'wps'],
    ['xls', 'et'],
    ['ppt', 'dps'],
  ]
  for (const extension of ACCEPTED_EXTENSIONS) {
    for (const [other, bytes] of Object.entries(GOOD)) {
      const put = upload(folder, `整改.${extension}`, bytes)
      const same =
        extension === other ||
        alike.some((two) => [extension, other].every((one) => two.includes(one)))
      if (same) t.equal((await put).size, bytes.length, `${other} as ${extension}`)
      else await t.rejects(put, { code: 'TYPE_NOT_ALLOWED' }, `${other} as ${extension}`)
    }
  }
})

t.test('S31 what is something else to another reader, or only looks so, is refused', async (t) => {
  const folder = t.testdir()
  const archive = zip([entry('a.exe', EXE)])
  const refused: Readonly<Record<string, readonly [string, Buffer]>> = {
    'a page in a PDF': ['a.pdf', Buffer.concat([Buffer.from('%PDF-1.7\n'), HTML, pdf()])],
    'a page behind a PDF': ['a.pdf', Buffer.concat([pdf(), HTML])],
    'an archive behind a PDF': ['a.pdf', Buffer.concat([pdf(), archive])],
    'a PDF without an end': ['a.pdf', Buffer.from('%PDF-1.7\n1 0 obj')],
    'a page behind a picture': ['a.png', Buffer.concat([picture('png'), HTML])],
    'an archive behind a picture': ['a.gif', Buffer.concat([picture('gif'), archive])],
    'a picture without a size': ['a.jpg', Buffer.from('ffd8ffe000104a464946', 'hex')],
    'a picture of no height': ['a.png', PICTURES['png']?.(1, 0) ?? EXE],
    'a renamed program': ['a.pdf', EXE],
    'a program called text': ['a.txt', EXE],
    'a program behind a text': ['a.txt', Buffer.concat([Buffer.alloc(300_000, 'a'), EXE])],
    SVG: ['a.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    'SVG called PNG': ['a.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    HTML: ['a.html', HTML],
    'HTML called text': ['a.txt', HTML],
    LNK: ['a.lnk', Buffer.from('4c0000000114020000000000c000000000000046', 'hex')],
    'LNK called Word': ['a.doc', Buffer.from('4c0000000114020000000000c000000000000046', 'hex')],
    'any archive called Word': ['a.docx', archive.subarray(0)],
    'an archive of no kind called OFD': ['a.ofd', zip([entry('a.xml', '<a/>')])],
    'an old file of nothing': ['a.doc', compound(['a'])],
    'an old file whose list of tables is cut': ['a.doc', withoutItsList()],
    'an old file cut short': ['a.doc', compound(['WordDocument']).subarray(0, 600)],
  }
  for (const [what, [name, bytes]] of Object.entries(refused)) {
    const code = what === 'any archive called Word' ? 'ACTIVE_CONTENT' : 'TYPE_NOT_ALLOWED'
    await t.rejects(upload(folder, name, bytes), { code }, what)
  }
  t.strictSame(await filesIn(folder), [])
})

t.test('S31 what starts something is refused and says so', async (t) => {
  const folder = t.testdir()
  const types =
    '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'
  const active: Readonly<Record<string, readonly [string, Buffer]>> = {
    docm: ['a.docm', docx()],
    'docm called docx': ['a.docx', zip([entry('[Content_Types].xml', types)])],
    'macros in a docx': ['a.docx', docx([], [entry('word/vbaProject.bin', 'x')])],
    'macros in a docx within a docx': [
      'a.docx',
      docx([], [entry('word/embeddings/a.docx', docx([], [entry('word/vbaProject.bin', 'x')]))]),
    ],
    'sheets of macros': [
      'a.xlsx',
      zip([contentTypes('xlsx'), entry('xl/macrosheets/sheet1.xml', 'x')]),
    ],
    'a program in a docx': ['a.docx', docx([], [entry('word/media/a.png', EXE)])],
    'a program in an OFD': [
      'a.ofd',
      zip([entry('OFD.xml', '<ofd:OFD/>'), entry('Doc_0/Attachs/a.png', EXE, 0)]),
    ],
    'macros in an old file': ['a.doc', compound(['WordDocument', '_VBA_PROJECT'])],
    'macros under another case': ['a.doc', compound(['WordDocument', 'macros'])],
    'macros in an old table': ['a.et', compound(['Workbook', '_VBA_PROJECT_CUR', 'a', 'b'])],
    'a script in a PDF': ['a.pdf', pdf('/S /JavaScript /JS (app.alert)')],
    'a start in a PDF': ['a.pdf', pdf('/S /Launch /F (cmd.exe)')],
  }
  for (const [what, [name, bytes]] of Object.entries(active)) {
    await t.rejects(upload(folder, name, bytes), { code: 'ACTIVE_CONTENT' }, what)
  }
  t.strictSame(await filesIn(folder), [])
})

t.test('S37 a picture of 50,000 × 50,000 is refused by what its head says', async (t) => {
  const folder = t.testdir()
  for (const [extension, made] of Object.entries(PICTURES)) {
    const name = `a.${extension}`
    await t.rejects(upload(folder, name, made(50_000, 50_000)), { code: 'PICTURE_TOO_LARGE' }, name)
    const largest = upload(folder, name, made(10_000, 10_000))
    t.equal((await largest).name, name, 'a hundred million pixels pass')
    await t.rejects(upload(folder, name, made(10_001, 10_000)), { code: 'PICTURE_TOO_LARGE' }, name)
  }
})
