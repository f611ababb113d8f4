import { type Span, trimmed } from './lines.js'

/** Ends of sentences; ; parts what is said of one unit from what is said of the next. */
const ENDS = '。!?;'
/** No sentence is longer; what is runs on without an end and is cut at the next comma. */
const LONGEST = 600
/** A list within a line: 1.… 2.…, (1)…, ①…, 一是…, 二是…. */
const ITEM =
  /(?:\d{1,2}(?:[、]|\.(?!\d))|[一二三四五六七八九十]{1,2}、(?=[\u4e00-\u9fff])|\(\d{1,2}\)|[①-⑳]|[一二三四五六七八九十]{1,2}是(?!否))/y

/**
 * The sentences of a stretch, with their closing sign. Signs inside quotation marks or brackets end nothing; a bracket
 * or mark that is never closed is none.
 */
export function sentencesOf(plain: string, span: Span): Span[] {
  const text = plain.slice(span.start, span.end)
  const closed = enclosed(text)
  const found: Span[] = []
  let start = 0
  const cut = (end: number) => {
    const piece = trimmed(text, { start, end })
    if (/[\u4e00-\u9fff]/.test(text.slice(piece.start, piece.end))) {
      found.push({ start: span.start + piece.start, end: span.start + piece.end })
    }
    start = end
  }
  for (let index = 0; index < text.length; index += 1) {
    if (closed[index]) continue
    if (ENDS.includes(text.charAt(index))) cut(index + 1)
    else if (index > start && beginsItem(text, index)) cut(index)
    else if (index - start > LONGEST && ',、'.includes(text.charAt(index))) cut(index + 1)
  }
  cut(text.length)
  return found
}

/** An item begins where a sign, a blank or an end stands before its number. */
function beginsItem(text: string, index: number): boolean {
  if (!/[\s。;:,]/.test(text.charAt(index - 1))) return false
  ITEM.lastIndex = index
  return ITEM.test(text)
}

const PAIRS: Readonly<Record<string, string>> = { '“': '”', '(': ')', '《': '》', '〔': '〕' }
/** What is further away than this closes something else. */
const FARTHEST = 300

/** For each sign whether it lies inside a pair of marks; the marks themselves count as inside. */
export function enclosed(text: string): boolean[] {
  const inside = Array.from({ length: text.length }, () => false)
  for (let index = 0; index < text.length; index += 1) {
    const close = PAIRS[text.charAt(index)]
    if (!close) continue
    const end = closingOf(text, index, close)
    if (end < 0) continue
    inside.fill(true, index, end + 1)
    index = end
  }
  return inside
}

/** Where the mark opened at `from` closes; brackets may hold brackets. */
function closingOf(text: string, from: number, close: string): number {
  const open = text.charAt(from)
  let depth = 0
  const last = Math.min(text.length, from + FARTHEST)
  for (let index = from; index < last; index += 1) {
    const sign = text.charAt(index)
    if (sign === open) depth += 1
    if (sign === close) depth -= 1
    if (depth === 0) return index
    if (sign === '\n') return -1
  }
  return -1
}
