import { isDrawn } from './fonts.js'

/** Controls, and what turns letters round or hides them; lines stay. */
const UNSEEN = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu

/**
 * A text as a page can show it: without what would hide or reorder it, and with `〔U+20BB7〕` for a character that the
 * fonts do not have. The attached certificate keeps the text as it was written.
 */
export function showable(text: string): string {
  const plain = text.replaceAll(/\r\n?|\t/g, (found) => (found === '\t' ? ' ' : '\n'))
  let shown = ''
  for (const char of plain.replaceAll(UNSEEN, '')) {
    const point = char.codePointAt(0) ?? 0
    shown += char === '\n' || isDrawn(point) ? char : `〔U+${hex(point)}〕`
  }
  return shown
}

const hex = (point: number) => point.toString(16).toUpperCase().padStart(4, '0')
