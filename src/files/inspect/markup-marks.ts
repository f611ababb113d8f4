import { StringDecoder } from 'node:string_decoder'
import { EvidenceError } from '../evidence-error.js'
import { createMarkFinder } from './marks.js'
import type { PartReader } from './zip.js'

/** Where a line of a document ends: a paragraph of Word or PowerPoint, a cell of Excel, a piece of text of an OFD. */
const LINE_ENDS = /^\/(?:\w+:)?(?:p|si|is|TextCode|oddHeader|oddFooter)$/
/** Cells of Excel stand in a table wherever they are; those of Word and PowerPoint hold paragraphs. */
const CELL_ENDS = /^\/(?:\w+:)?(?:si|is)$/
const TABLE_CELL = /^(\/)?(?:\w+:)?tc(?=\s|$)/
const REFERENCE = /&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi
/** A tag longer than this is no tag of a document we know; its rest is read as text. */
const TAG_LENGTH = 64

/** The refusal of a file that says it is secret. */
export function secret(): EvidenceError {
  return new EvidenceError('SECRECY_MARKED', 'marked as secret')
}

/** Reads a part of markup as it is unpacked for marks of secrecy between its tags. Its end throws SECRECY_MARKED. */
export function createMarkupMarks(): PartReader {
  const decoder = new StringDecoder('utf8')
  const finder = createMarkFinder()
  let tag: string | null = null
  let rest = ''
  let cells = 0

  /** What a tag that has been read to its end says of the text around it. */
  function endTag(tag: string): void {
    const cell = TABLE_CELL.exec(tag)
    if (cell) cells = Math.max(0, cells + (cell[1] === undefined ? 1 : -1))
    if (LINE_ENDS.test(tag)) finder.endLine(cells > 0 || CELL_ENDS.test(tag))
  }

  function read(text: string): void {
    let at = 0
    while (at < text.length) {
      if (tag === null) {
        const open = text.indexOf('<', at)
        const until = open === -1 ? text.length : open
        finder.text(decoded(text.slice(at, until)))
        tag = open === -1 ? null : ''
        at = until + 1
        continue
      }
      const close = text.indexOf('>', at)
      const until = close === -1 ? text.length : close
      if (tag.length < TAG_LENGTH) tag += text.slice(at, Math.min(until, at + TAG_LENGTH))
      if (close !== -1) {
        endTag(tag)
        tag = null
      }
      at = until + 1
    }
  }

  return {
    take(chunk) {
      const text = rest + decoder.write(chunk)
      // A reference such as &#26426; must not be cut in two.
      const cut = text.lastIndexOf('&', text.length - 1)
      const whole = cut === -1 || text.length - cut > 10 ? text.length : cut
      rest = text.slice(whole)
      read(text.slice(0, whole))
    },
    end() {
      read(rest + decoder.end())
      if (finder.end()) throw secret()
    },
  }
}

function decoded(text: string): string {
  if (!text.includes('&#')) return text
  return text.replace(REFERENCE, (_, hex: string | undefined, decimal: string | undefined) => {
    const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return point <= 0x10ffff ? String.fromCodePoint(point) : ''
  })
}
