import t from 'tap'
import { LARGEST_PAPER, readPaper } from '../../src/notices/read-paper.js'

const bytes = (...values: number[]) => Uint8Array.from(values)
const utf8 = (text: string) => new TextEncoder().encode(text)

t.test('a text is read in whatever encoding it was saved', async (t) => {
  const read = async (given: Uint8Array) =>
    (await readPaper(given, '通报.txt')).lines.map(({ text }) => text).join('\n')
  t.equal(await read(utf8('通报')), '通报')
  t.equal(await read(utf8('\ufeff通报')), '通报', 'with a mark')
  t.equal(await read(bytes(0xcd, 0xa8, 0xb1, 0xa8)), '通报', 'GBK')
  t.equal(
    await read(bytes(0x81, 0x30, 0x81, 0x30, 0xcd, 0xa8)),
    '\u0080通',
    'four bytes of GB 18030',
  )
  t.equal(await read(bytes(0xff, 0xfe, 0x1a, 0x90, 0xa5, 0x62)), '通报', 'UTF-16')
  t.equal(await read(bytes(0xfe, 0xff, 0x90, 0x1a, 0x62, 0xa5)), '通报', 'the other way round')
  t.equal(await read(bytes()), '')
})

t.test('what has no text is refused by what it is, whatever its name', async (t) => {
  const cases: readonly [Uint8Array, string, string][] = [
    [bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1), '通报.txt', 'OLD_FORMAT'],
    [bytes(0x89, 0x50, 0x4e, 0x47, 0xd), '截图.txt', 'FILE_WITHOUT_TEXT'],
    [bytes(0xff, 0xd8, 0xff, 0xe0), '照片', 'FILE_WITHOUT_TEXT'],
    [utf8('{\\rtf1'), '通报', 'OLD_FORMAT'],
    [utf8('anything'), '通报.OFD', 'OFD_FORMAT'],
    [utf8('anything'), '通报.et', 'OLD_FORMAT'],
    [utf8('anything'), '通报.docx', 'UNKNOWN_FORMAT'],
    [bytes(0x42, 0x4d, 0, 1), '通报.bmp', 'FILE_WITHOUT_TEXT'],
    [bytes(0x41, 0, 0x42, 0), '通报.txt', 'UNKNOWN_FORMAT'],
    [bytes(0x41, 0xff, 0x41), '通报.txt', 'FILE_DAMAGED'],
    [new Uint8Array(LARGEST_PAPER + 1), '通报.txt', 'TEXT_TOO_LONG'],
  ]
  for (const [given, name, code] of cases) await t.rejects(readPaper(given, name), { code }, name)
})
