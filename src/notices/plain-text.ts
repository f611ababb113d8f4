import { PaperError } from './paper.js'

/**
 * The text in the bytes of a file: UTF-8 with or without a byte order mark, UTF-16 with one, else GB 18030, which holds
 * GBK and GB 2312. Throws PaperError FILE_DAMAGED where it is none of them, UNKNOWN_FORMAT where it is no text at all.
 */
export function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return decoded(bytes, 'utf-16le')
  if (first === 0xfe && second === 0xff) return decoded(bytes, 'utf-16be')
  if (bytes.includes(0)) throw new PaperError('UNKNOWN_FORMAT', 'bytes that no text has')
  try {
    return decoded(bytes, 'utf-8')
  } catch {
    return decoded(bytes, 'gb18030')
  }
}

function decoded(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    throw new PaperError('FILE_DAMAGED', `no text in ${encoding}`, { cause: error })
  }
}
