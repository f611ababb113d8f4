import { deflateSync } from 'node:zlib'

/** A piece of text on a page: where it begins, in points from the lower left, and how large it is set. */
export interface Piece {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly size?: number
}

/** A PDF of these pages, whose one font is not in it and whose signs are told by a table, as offices' programs write. */
export function pdfOf(pages: readonly (readonly Piece[])[], more: readonly string[] = []): Buffer {
  const signs = [...new Set(pages.flat().flatMap(({ text }) => Array.from(text)))]
  const code = (sign: string) => (signs.indexOf(sign) + 1).toString(16).padStart(4, '0')
  const font = 4 + pages.length * 2
  const bodies = pages.map((pieces) =>
    pieces.map(({ x, y, text, size = 12 }) => {
      const shown = Array.from(text).map(code).join('')
      return `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${shown}> Tj ET`
    }),
  )
  const kids = pages.map((_, index) => `${4 + index * 2} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /ItalicAngle 0 /Ascent 859 /Descent -141 /CapHeight 683 /StemV 60 /FontBBox [0 -141 1000 859] >>',
    ...bodies.flatMap((lines, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + index * 2} 0 R /Resources << /Font << /F1 ${font} 0 R >> >> >>`,
      streamOf(lines.join('\n')),
    ]),
    `<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /Identity-H /DescendantFonts [${font + 1} 0 R] /ToUnicode ${font + 2} 0 R >>`,
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 3 0 R /DW 1000 >>`,
    streamOf(toUnicode(signs)),
    ...more,
  ]
  return assembled(objects)
}

/** A PDF of these objects, the first of which is its catalogue. */
export function assembled(objects: readonly (string | Buffer)[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const places: number[] = []
  let at = parts[0]?.length ?? 0
  for (const [index, body] of objects.entries()) {
    const part = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`),
      Buffer.from(body as string, 'latin1'),
      Buffer.from('\nendobj\n'),
    ])
    places.push(at)
    parts.push(part)
    at += part.length
  }
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`
  return Buffer.concat([...parts, Buffer.from(end)])
}

/** A compressed stream, as the text of an object. */
export function streamOf(content: string | Buffer): string {
  const packed = deflateSync(content)
  return `<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n${packed.toString('latin1')}\nendstream`
}

function toUnicode(signs: readonly string[]): string {
  const hex = (sign: string) => Buffer.from(sign, 'utf16le').swap16().toString('hex')
  const rows = signs.map((sign, at) => `<${(at + 1).toString(16).padStart(4, '0')}> <${hex(sign)}>`)
  const blocks: string[] = []
  for (let at = 0; at < rows.length; at += 100) {
    const block = rows.slice(at, at + 100)
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`)
  }
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /Signs def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
${blocks.join('\n')}
endcmap end end`
}
