/** A compound file (old Office, WPS) with these streams in its folder; nothing in them. */
export function compound(names: readonly string[], text: Buffer = Buffer.alloc(0)): Buffer {
  const sector = 512
  const folders = Math.ceil((names.length + 1) / 4)
  const header = Buffer.alloc(sector)
  header.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  header.writeUInt16LE(0x3e, 24)
  header.writeUInt16LE(3, 26)
  header.writeUInt16LE(0xfffe, 28)
  header.writeUInt16LE(9, 30)
  header.writeUInt16LE(6, 32)
  header.writeUInt32LE(1, 44)
  header.writeUInt32LE(1, 48)
  header.fill(0xff, 76)
  header.writeUInt32LE(0, 76)
  const table = Buffer.alloc(sector, 0xff)
  table.writeUInt32LE(0xfffffffd, 0)
  for (let i = 0; i < folders; i += 1) {
    table.writeUInt32LE(i + 1 === folders ? 0xfffffffe : i + 2, 4 * (i + 1))
  }
  const list = Buffer.alloc(sector * folders)
  for (const [i, name] of ['Root Entry', ...names].entries()) {
    const length = list.write(name, i * 128, 'utf16le')
    list.writeUInt16LE(length + 2, i * 128 + 64)
    list.writeUInt8(i === 0 ? 5 : 2, i * 128 + 66)
  }
  const content = Buffer.alloc(Math.ceil(text.length / sector) * sector)
  text.copy(content)
  return Buffer.concat([header, table, list, content])
}
