import { EvidenceError } from '../evidence-error.js'
import { startsWith } from '../magic.js'
import type { Bytes } from './bytes.js'

/** More than any phone takes or any screen shows, and still what a reader's machine can open. */
export const MAX_PIXELS = 100_000_000

export interface Size {
  width: number
  height: number
}

/**
 * Whether a picture's own header says a size that can be opened; nothing is unpacked. Throws TYPE_NOT_ALLOWED where it
 * says none, PICTURE_TOO_LARGE for more than MAX_PIXELS.
 */
export async function checkPicture(type: string, bytes: Bytes): Promise<void> {
  const size =
    type === 'image/jpeg' ? await jpegSize(bytes) : sizeInHead(type, await bytes.at(0, 64))
  if (size === null || size.width < 1 || size.height < 1) {
    throw new EvidenceError('TYPE_NOT_ALLOWED', 'a picture without a size')
  }
  if (size.width * size.height > MAX_PIXELS) {
    throw new EvidenceError('PICTURE_TOO_LARGE', `${size.width} × ${size.height}`)
  }
}

function sizeInHead(type: string, head: Buffer): Size | null {
  if (head.length < 30) return null
  if (type === 'image/png') {
    if (head.readUInt32BE(8) !== 13 || head.toString('latin1', 12, 16) !== 'IHDR') return null
    return { width: head.readUInt32BE(16), height: head.readUInt32BE(20) }
  }
  if (type === 'image/gif') return { width: head.readUInt16LE(6), height: head.readUInt16LE(8) }
  if (type === 'image/bmp') return bitmapSize(head)
  return type === 'image/webp' ? webpSize(head) : null
}

function bitmapSize(head: Buffer): Size | null {
  const header = head.readUInt32LE(14)
  if (header === 12) return { width: head.readUInt16LE(18), height: head.readUInt16LE(20) }
  if (![40, 52, 56, 64, 108, 124].includes(header)) return null
  // From top to bottom where it is negative.
  return { width: head.readInt32LE(18), height: Math.abs(head.readInt32LE(22)) }
}

function webpSize(head: Buffer): Size | null {
  const kind = head.toString('latin1', 12, 16)
  if (kind === 'VP8X')
    return { width: head.readUIntLE(24, 3) + 1, height: head.readUIntLE(27, 3) + 1 }
  if (kind === 'VP8L') {
    const bits = head.readUInt32LE(21)
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
  }
  if (kind !== 'VP8 ') return null
  return { width: head.readUInt16LE(26) & 0x3fff, height: head.readUInt16LE(28) & 0x3fff }
}

/** Segments before the one that says the size: thumbnails, colours, what a phone notes. */
const SEGMENTS = 1_000
const NO_FRAMES = [0xc4, 0xc8, 0xcc]

async function jpegSize(bytes: Bytes): Promise<Size | null> {
  let at = 2
  for (let i = 0; i < SEGMENTS; i += 1) {
    const head = await bytes.at(at, 9)
    if (head.length < 9 || !startsWith(head, [0xff])) return null
    const marker = head.readUInt8(1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    const frame = marker >= 0xc0 && marker <= 0xcf && !NO_FRAMES.includes(marker)
    if (frame) return { height: head.readUInt16BE(5), width: head.readUInt16BE(7) }
    if (marker === 0xda || marker === 0xd9) return null
    at += 2 + head.readUInt16BE(2)
  }
  return null
}
