import t from 'tap'
import { LARGEST_PAPER, textOfPaper } from '../../src/notices/paper-text.js'

const bytes = (...values: number[]) => Uint8Array.from(values)
const utf8 = (text: string) => new TextEncoder().encode(text)

t.test('a text is read in whatever encoding it was saved', async (t) => {
  const read = (given: Uint8Array) => textOfPaper(given, '通报.txt')
  t.strictSame(read(utf8('通报')), { ok: true, text: '通报' })
  t.strictSame(read(utf8('\ufeff通报')), { ok: true, text: '通报' }, 'with a mark')
  t.strictSame(read(bytes(0xcd, 0xa8, 0xb1, 0xa8)), { ok: true, text: '通报' }, 'GBK')
  t.strictSame(
    read(bytes(0x81, 0x30, 0x81, 0x30, 0xcd, 0xa8)),
    { ok: true, text: '\u0080通' },
    'four bytes of GB 18030',
  )
  t.strictSame(
    read(bytes(0xff, 0xfe, 0x1a, 0x90, 0xa5, 0x62)),
    { ok: true, text: '通报' },
    'UTF-16',
  )
  t.strictSame(
    read(bytes(0xfe, 0xff, 0x90, 0x1a, 0x62, 0xa5)),
    { ok: true, text: '通报' },
    'UTF-16, the other way round',
  )
  t.strictSame(read(bytes()), { ok: true, text: '' })
})

t.test('what has no text is refused with a reason and a way out, whatever its name', async (t) => {
  const cases: readonly [Uint8Array, string, RegExp][] = [
    [utf8('%PDF-1.7'), '通报.txt', /暂不读取 PDF.*全选复制/],
    [bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1), '通报.txt', /不读取 \.doc.*全选复制/],
    [bytes(0x50, 0x4b, 3, 4, 0), '通报', /暂不读取 \.docx.*全选复制/],
    [bytes(0x89, 0x50, 0x4e, 0x47, 0xd), '截图.txt', /没有文字.*OCR/],
    [bytes(0xff, 0xd8, 0xff, 0xe0), '照片', /没有文字/],
    [utf8('{\\rtf1'), '通报.rtf', /不读取 \.rtf/],
    [utf8('anything'), '通报.OFD', /不读取 \.ofd 文件/],
    [utf8('anything'), '通报.et', /不读取 \.et 文件/],
    [bytes(0x42, 0x4d, 0, 1), '通报.bmp', /没有文字/],
    [bytes(0x41, 0, 0x42, 0), '通报.txt', /没有可读的文字/],
    [bytes(0x41, 0xff, 0x41), '通报.txt', /编码认不出来.*UTF-8/],
    [new Uint8Array(LARGEST_PAPER + 1), '通报.txt', /超过 8 MB/],
  ]
  for (const [given, name, why] of cases) {
    const read = textOfPaper(given, name)
    t.equal(read.ok, false, name)
    if (!read.ok) t.match(read.why, why)
  }
})
