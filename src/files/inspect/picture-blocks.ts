import type { Bytes } from './bytes.js'

/** A piece of a picture that is not what it shows, by how it is written; `name` is a word that says what follows. */
export interface PictureBlock {
  is: 'exif' | 'xmp' | 'iptc' | 'name' | 'time' | 'unread'
  data: Buffer
}

/** Longer than any block that is meant to be read, and more pieces than any picture we take has. */
const LONGEST = 1 << 20
const PIECES = 20_000
const NOTHING = Buffer.alloc(0)

type Blocks = (bytes: Bytes) => AsyncGenerator<PictureBlock>

/** How the blocks of a type of picture are found; what it leaves out is not looked into. */
export const BLOCKS: Readonly<Record<string, Blocks>> = {
  'image/jpeg': jpegBlocks,
  'image/png': pngBlocks,
  'image/webp': webpBlocks,
}

async function* jpegBlocks(bytes: Bytes): AsyncGenerator<PictureBlock> {
  let at = 2
  for (let left = PIECES; left > 0; left -= 1) {
    const head = await bytes.at(at, 4)
    const [first, marker] = head
    // What looks for the next mark may find it; nobody knows what that is.
    if (first !== 0xff) break
    if (marker === 0xda || marker === 0xd9) return
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (head.length < 4 || !isSegment(marker)) break
    const length = head.readUInt16BE(2)
    if (marker === 0xe1 || marker === 0xed) {
      yield* jpegNote(await bytes.at(at + 4, Math.max(0, length - 2)))
    }
    at += 2 + Math.max(2, length)
  }
  yield { is: 'unread', data: NOTHING }
}

/** Whether a mark says how long it is; a reader steps over the others, or gives up. */
function isSegment(marker = 0): boolean {
  return marker >= 0xc0 && !(marker >= 0xd0 && marker <= 0xd8)
}

const JPEG_NOTES = [
  ['Exif\0\0', 'exif'],
  ['http://ns.adobe.com/xap/1.0/\0', 'xmp'],
  ['http://ns.adobe.com/xmp/extension/\0', 'xmp'],
  ['Photoshop 3.0\0', 'iptc'],
] as const

function* jpegNote(data: Buffer): Generator<PictureBlock> {
  for (const [name, is] of JPEG_NOTES) {
    if (data.toString('latin1', 0, name.length) === name) {
      yield { is, data: data.subarray(name.length) }
    }
  }
}

async function* pngBlocks(bytes: Bytes): AsyncGenerator<PictureBlock> {
  let at = 8
  for (let left = PIECES; left > 0; left -= 1) {
    const head = await bytes.at(at, 8)
    if (head.length < 8) break
    const length = head.readUInt32BE(0)
    const kind = head.toString('latin1', 4, 8)
    if (kind === 'IEND') return
    if (kind === 'tIME') yield { is: 'time', data: NOTHING }
    if (kind === 'eXIf') yield await block('exif', bytes, at + 8, length)
    if (/^(tEXt|zTXt|iTXt)$/.test(kind)) {
      const text = await block('name', bytes, at + 8, length)
      yield* pngText(kind, text)
    }
    at += 12 + length
  }
  yield { is: 'unread', data: NOTHING }
}

const XMP_NAME = 'XML:com.adobe.xmp'

/** A keyword, then what it says; where that is packed it is not unpacked. */
function* pngText(kind: string, text: PictureBlock): Generator<PictureBlock> {
  if (text.is === 'unread') {
    yield text
    return
  }
  const ends = text.data.indexOf(0)
  const name = text.data.subarray(0, ends < 0 ? 0 : ends)
  yield { is: 'name', data: name }
  const word = name.toString('latin1')
  if (word.startsWith('Raw profile type')) yield { is: 'unread', data: NOTHING }
  if (word !== XMP_NAME) return
  const isPacked = kind !== 'tEXt' && (kind === 'zTXt' || text.data[ends + 1] === 1)
  yield isPacked ? { is: 'unread', data: NOTHING } : { is: 'xmp', data: text.data }
}

async function* webpBlocks(bytes: Bytes): AsyncGenerator<PictureBlock> {
  let at = 12
  for (let left = PIECES; left > 0; left -= 1) {
    const head = await bytes.at(at, 8)
    if (head.length < 8) return
    const kind = head.toString('latin1', 0, 4)
    const length = head.readUInt32LE(4)
    if (kind === 'EXIF') {
      const found = await block('exif', bytes, at + 8, length)
      const [name] = JPEG_NOTES[0]
      const begins = found.data.toString('latin1', 0, name.length) === name ? name.length : 0
      yield { ...found, data: found.data.subarray(begins) }
    }
    if (kind === 'XMP ') yield await block('xmp', bytes, at + 8, length)
    at += 8 + length + (length % 2)
  }
  yield { is: 'unread', data: NOTHING }
}

async function block(
  is: PictureBlock['is'],
  bytes: Bytes,
  at: number,
  length: number,
): Promise<PictureBlock> {
  if (length > LONGEST) return { is: 'unread', data: NOTHING }
  return { is, data: await bytes.at(at, length) }
}
