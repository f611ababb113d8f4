/** A field of EXIF: its tag, and a text, or something else of which only that it is there is asked. */
type Field = readonly [tag: number, value: string | null]

interface Noted {
  main?: readonly Field[]
  camera?: readonly Field[]
  place?: readonly Field[]
}

/** A block of EXIF in either order. */
export function exif({ main = [], camera = [], place = [] }: Noted, order: 'II' | 'MM'): Buffer {
  const parts: Buffer[] = []
  const short = (n: number) => number(n, 2, order)
  const long = (n: number) => number(n, 4, order)
  const lengthOf = (fields: number) => 2 + fields * 12 + 4
  const leads = (camera.length > 0 ? 1 : 0) + (place.length > 0 ? 1 : 0)
  const cameraAt = 8 + lengthOf(main.length + leads)
  const placeAt = cameraAt + (camera.length > 0 ? lengthOf(camera.length) : 0)
  let textAt = placeAt + (place.length > 0 ? lengthOf(place.length) : 0)
  const texts: Buffer[] = []
  const folder = (fields: readonly Field[], lead: readonly (readonly [number, number])[]) => {
    parts.push(short(fields.length + lead.length))
    for (const [tag, value] of fields) {
      if (value === null) {
        parts.push(short(tag), short(5), long(3), long(8))
        continue
      }
      const text = Buffer.from(`${value}\0`, 'latin1')
      const inline = Buffer.concat([text, Buffer.alloc(4)]).subarray(0, 4)
      parts.push(short(tag), short(2), long(text.length), text.length > 4 ? long(textAt) : inline)
      if (text.length <= 4) continue
      texts.push(text)
      textAt += text.length
    }
    for (const [tag, to] of lead) parts.push(short(tag), short(4), long(1), long(to))
    parts.push(long(0))
  }
  folder(main, [
    ...(camera.length > 0 ? [[0x8769, cameraAt] as const] : []),
    ...(place.length > 0 ? [[0x8825, placeAt] as const] : []),
  ])
  if (camera.length > 0) folder(camera, [])
  if (place.length > 0) folder(place, [])
  return Buffer.concat([Buffer.from(order), short(42), long(8), ...parts, ...texts])
}

function number(n: number, bytes: 2 | 4, order: 'II' | 'MM'): Buffer {
  const buffer = Buffer.alloc(bytes)
  if (order === 'II') buffer.writeUIntLE(n, 0, bytes)
  else buffer.writeUIntBE(n, 0, bytes)
  return buffer
}

/** A photograph of ten pixels with what stands beside it. */
export const PHOTOS = {
  jpg(...segments: readonly (readonly [marker: number, data: Buffer])[]): Buffer {
    const frame = Buffer.from('ffc20011080001000103012200021101031101', 'hex')
    const notes = segments.map(([marker, data]) =>
      Buffer.concat([Buffer.from([0xff, marker]), number(data.length + 2, 2, 'MM'), data]),
    )
    const [begin, end] = [Buffer.from([0xff, 0xd8]), Buffer.from([0xff, 0xd9])]
    return Buffer.concat([begin, ...notes, frame, end])
  },
  png(...chunks: readonly (readonly [kind: string, data: Buffer])[]): Buffer {
    const chunk = (kind: string, data: Buffer) =>
      Buffer.concat([number(data.length, 4, 'MM'), Buffer.from(kind), data, Buffer.alloc(4)])
    const size = Buffer.from('0000000a0000000a0806000000', 'hex')
    return Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      chunk('IHDR', size),
      chunk('IDAT', Buffer.alloc(20)),
      ...chunks.map(([kind, data]) => chunk(kind, data)),
      chunk('IEND', Buffer.alloc(0)),
    ])
  },
  webp(...chunks: readonly (readonly [kind: string, data: Buffer])[]): Buffer {
    const chunk = (kind: string, data: Buffer) =>
      Buffer.concat([
        ...[Buffer.from(kind), number(data.length, 4, 'II'), data],
        Buffer.alloc(data.length % 2),
      ])
    const body = Buffer.concat([
      Buffer.from('WEBP'),
      chunk('VP8X', Buffer.from('00000000090000090000', 'hex')),
      ...chunks.map(([kind, data]) => chunk(kind, data)),
    ])
    return Buffer.concat([Buffer.from('RIFF'), number(body.length, 4, 'II'), body])
  },
}
