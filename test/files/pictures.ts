/** The beginnings of pictures that say this size; nothing of the picture itself. */
export const PICTURES: Readonly<Record<string, (width: number, height: number) => Buffer>> = {
  png(width, height) {
    const head = Buffer.from(
      '\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\0\0\0\0\0\x08\x06\0\0\0',
      'latin1',
    )
    head.writeUInt32BE(width, 16)
    head.writeUInt32BE(height, 20)
    return Buffer.concat([head, Buffer.from('\0\0\0\0\0\0\0\0IEND\xae\x42\x60\x82', 'latin1')])
  },
  gif(width, height) {
    const head = Buffer.from('GIF89a\0\0\0\0\0\0\0', 'latin1')
    head.writeUInt16LE(width, 6)
    head.writeUInt16LE(height, 8)
    return Buffer.concat([head, Buffer.alloc(20), Buffer.from(';')])
  },
  bmp(width, height) {
    const head = Buffer.alloc(60)
    head.write('BM')
    head.writeUInt32LE(60, 2)
    head.writeUInt32LE(54, 10)
    head.writeUInt32LE(40, 14)
    head.writeInt32LE(width, 18)
    head.writeInt32LE(-height, 22)
    return head
  },
  webp(width, height) {
    const head = Buffer.alloc(40)
    head.write('RIFF')
    head.writeUInt32LE(32, 4)
    head.write('WEBPVP8X', 8)
    head.writeUInt32LE(10, 16)
    head.writeUIntLE(width - 1, 24, 3)
    head.writeUIntLE(height - 1, 27, 3)
    return head
  },
  jpg(width, height) {
    const notes = Buffer.alloc(60_000)
    notes.writeUInt16BE(0xffe1, 0)
    notes.writeUInt16BE(59_998, 2)
    const frame = Buffer.from('ffc20011080000000003012200021101031101', 'hex')
    frame.writeUInt16BE(height, 5)
    frame.writeUInt16BE(width, 7)
    return Buffer.concat([Buffer.from([0xff, 0xd8]), notes, frame, Buffer.from([0xff, 0xd9])])
  },
}
