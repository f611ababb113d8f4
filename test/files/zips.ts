import { deflateRawSync } from 'node:zlib'

/** One entry as it is written, and what it says instead of the truth. */
export interface ZipEntry {
  name: string
  /** As it lies in the archive. */
  packed: Buffer
  size: number
  method: 0 | 8
  flags?: number
  attributes?: number
  /** Where its content is said to be, where that is another place. */
  at?: number
}

/** An entry that is what it says. */
export function entry(name: string, content: Buffer | string, method: 0 | 8 = 8): ZipEntry {
  const plain = Buffer.from(content)
  return { name, packed: method === 0 ? plain : deflateRawSync(plain), size: plain.length, method }
}

/** An archive, byte by byte, so that it may lie. */
export function zip(entries: readonly ZipEntry[], remark = ''): Buffer {
  const parts: Buffer[] = []
  const list: Buffer[] = []
  let at = 0
  for (const one of entries) {
    const local = header(one, 0x04034b50, 30)
    if (one.at === undefined) parts.push(local, Buffer.from(one.name), one.packed)
    list.push(header(one, 0x02014b50, 46, one.at ?? at), Buffer.from(one.name))
    if (one.at === undefined) at += local.length + Buffer.byteLength(one.name) + one.packed.length
  }
  const listed = Buffer.concat(list)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length % 0x10000, 8)
  end.writeUInt16LE(entries.length % 0x10000, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  end.writeUInt16LE(remark.length, 20)
  return Buffer.concat([...parts, listed, end, Buffer.from(remark, 'latin1')])
}

function header(one: ZipEntry, magic: number, length: 30 | 46, at = 0): Buffer {
  const head = Buffer.alloc(length)
  const more = length === 46 ? 2 : 0
  head.writeUInt32LE(magic, 0)
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(20, 4 + more)
  head.writeUInt16LE(one.flags ?? 0x800, 6 + more)
  head.writeUInt16LE(one.method, 8 + more)
  head.writeUInt32LE(one.packed.length, 18 + more)
  head.writeUInt32LE(one.size, 22 + more)
  head.writeUInt16LE(Buffer.byteLength(one.name), 26 + more)
  if (length === 46) {
    head.writeUInt32LE(one.attributes ?? 0, 38)
    head.writeUInt32LE(at, 42)
  }
  return head
}

const MAIN = {
  docx: 'wordprocessingml.document',
  xlsx: 'spreadsheetml.sheet',
  pptx: 'presentationml.presentation',
} as const

/** The part that says what an Office document is. */
export function contentTypes(kind: keyof typeof MAIN): ZipEntry {
  const type = `application/vnd.openxmlformats-officedocument.${MAIN[kind]}.main+xml`
  const override = `<Override PartName="/${kind}/main.xml" ContentType="${type}"/>`
  return entry('[Content_Types].xml', `<?xml version="1.0"?><Types>${override}</Types>`)
}

/** A Word document of these paragraphs, with further parts. */
export function docx(paragraphs: readonly string[] = ['整改说明'], more: readonly ZipEntry[] = []) {
  const body = paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('')
  const document = entry('word/document.xml', `<w:document><w:body>${body}</w:body></w:document>`)
  return zip([contentTypes('docx'), document, ...more])
}

/** An OFD of these pieces of text. */
export function ofd(pieces: readonly string[] = ['整改说明']): Buffer {
  const texts = pieces.map((text) => `<ofd:TextCode X="1">${text}</ofd:TextCode>`).join('')
  return zip([
    entry('OFD.xml', '<?xml version="1.0"?><ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016"/>'),
    entry('Doc_0/Pages/Page_0/Content.xml', `<ofd:Page>${texts}</ofd:Page>`),
  ])
}
