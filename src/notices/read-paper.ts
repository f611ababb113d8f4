import { extname } from 'node:path'
import { LONGEST_TEXT, type UnreadCode } from '../domain/reading/unread.js'
import { isMarkedName } from '../files/inspect/marks.js'
import { readCsv } from './csv-text.js'
import { openPackage } from './package.js'
import { type Paper, PaperError, plainLine } from './paper.js'
import { readPdf } from './pdf/pdf.js'
import { textOf } from './plain-text.js'
import { readWorkbook } from './sheets/workbook.js'
import { readWord } from './word/word.js'

/** The most bytes the file of a notice may have: some thousand pages of text. */
export const LARGEST_PAPER = 8 * 1024 * 1024

/** A paper with what stands at the head and foot of its pages, which is looked at for marks only. */
export type WholePaper = Paper & { readonly heads?: readonly string[] }

const STARTS = {
  pdf: [0x25, 0x50, 0x44, 0x46],
  zip: [0x50, 0x4b, 0x03, 0x04],
  compound: [0xd0, 0xcf, 0x11, 0xe0],
} as const

/** What other files begin with, and why they are not read. */
const UNREAD_STARTS: readonly (readonly [readonly number[], UnreadCode])[] = [
  [[0x89, 0x50, 0x4e, 0x47], 'FILE_WITHOUT_TEXT'],
  [[0xff, 0xd8, 0xff], 'FILE_WITHOUT_TEXT'],
  [[0x47, 0x49, 0x46, 0x38], 'FILE_WITHOUT_TEXT'],
  [[0x49, 0x49, 0x2a, 0x00], 'FILE_WITHOUT_TEXT'],
  [[0x4d, 0x4d, 0x00, 0x2a], 'FILE_WITHOUT_TEXT'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'OLD_FORMAT'],
]

/** Extensions that promise no text, for files whose first bytes say nothing. */
const UNREAD_NAMES: readonly (readonly [RegExp, UnreadCode])[] = [
  [/^\.(?:png|jpe?g|gif|bmp|tiff?|webp|heic)$/, 'FILE_WITHOUT_TEXT'],
  [/^\.(?:doc|wps|xls|et|rtf|dot|wpt|ett)$/, 'OLD_FORMAT'],
  [/^\.(?:ofd)$/, 'OFD_FORMAT'],
  [/^\.(?:zip|rar|7z|pptx?|dps|html?|mht|eml|docx|xlsx|pdf)$/, 'UNKNOWN_FORMAT'],
]

/**
 * The text of a notice's file; its bytes say what it is, its name only what they cannot. Throws PaperError with why it
 * is not read.
 */
export async function readPaper(bytes: Uint8Array, name = ''): Promise<WholePaper> {
  if (bytes.length > LARGEST_PAPER) throw new PaperError('TEXT_TOO_LONG', 'a large file')
  if (isMarkedName(name)) throw new PaperError('SECRECY_MARKED')
  const begins = (start: readonly number[]) => start.every((byte, at) => bytes[at] === byte)
  if (begins(STARTS.zip)) return readOffice(Buffer.from(bytes))
  if (begins(STARTS.pdf)) return readPdf(bytes)
  if (begins(STARTS.compound))
    throw new PaperError(isSealed(bytes) ? 'FILE_ENCRYPTED' : 'OLD_FORMAT')
  const start = UNREAD_STARTS.find(([magic]) => begins(magic))
  const extension = extname(name).toLowerCase()
  const unread = start?.[1] ?? UNREAD_NAMES.find(([names]) => names.test(extension))?.[1]
  if (unread) throw new PaperError(unread)
  const text = textOf(bytes)
  if (text.length > LONGEST_TEXT) throw new PaperError('TEXT_TOO_LONG')
  if (extension === '.csv' || extension === '.tsv') return readCsv(text)
  return { kind: 'text', lines: [plainLine(text)], notes: [] }
}

/** Office puts what has a password into a file of the old kind. */
function isSealed(bytes: Uint8Array): boolean {
  return Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))
}

async function readOffice(bytes: Buffer): Promise<WholePaper> {
  const given = await openPackage(bytes)
  if (/^(?:word\/)/i.test(given.main)) return readWord(given)
  if (/^(?:xl\/)/i.test(given.main)) return readWorkbook(given)
  throw new PaperError('UNKNOWN_FORMAT', given.main)
}
