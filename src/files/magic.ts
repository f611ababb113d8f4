/** Whether the bytes begin with these. */
export function startsWith(head: Buffer, magic: string | readonly number[]): boolean {
  const bytes = typeof magic === 'string' ? Buffer.from(magic, 'latin1') : Buffer.from(magic)
  return head.subarray(0, bytes.length).equals(bytes)
}

const BINARY = ['MZ', '\x7fELF', '%PDF-', 'PK\x03\x04', 'GIF8', 'RIFF', '{\\rtf'] as const

/** Control bytes but tab and line ends; 0xff occurs in no encoding of Chinese text. */
const NOT_TEXT = new Uint8Array(256)
for (const byte of [...Array(0x20).keys(), 0x7f, 0xff]) {
  if (![0x09, 0x0a, 0x0d].includes(byte)) NOT_TEXT[byte] = 1
}

/** Whether none of the bytes is one that no text holds. */
export function areTextBytes(bytes: Buffer): boolean {
  for (const byte of bytes) if (NOT_TEXT[byte] === 1) return false
  return true
}

/**
 * Whether the beginning is plain text: no control bytes but tab and line ends, not another format
 * in disguise, and not markup, which a browser might render. Any encoding: spreadsheets here write
 * GB18030 as often as UTF-8.
 */
export function looksLikeText(head: Buffer): boolean {
  if (BINARY.some((magic) => startsWith(head, magic))) return false
  if (!areTextBytes(head)) return false
  return !/^(?:\xef\xbb\xbf)?\s*</.test(head.subarray(0, 512).toString('latin1'))
}
