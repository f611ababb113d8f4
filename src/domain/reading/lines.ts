/** A stretch of the plain text, by its places in it. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A line that is not blank, without the blanks around it. */
export interface Line extends Span {
  readonly text: string
  /** Which line of the text it is, blank ones counted. */
  readonly row: number
}

/** The number of a page, which parts nothing. */
const PAGE =
  /^(?:第\s*\d{1,3}\s*页(?:[,\s/]*共\s*\d{1,3}\s*页)?|[-—–]\s*\d{1,3}\s*[-—–]|\d{1,3}\s*\/\s*\d{1,3})$/

/** The lines of a plain text, whatever ends them. */
export function linesOf(plain: string): Line[] {
  const lines: Line[] = []
  let start = 0
  let row = 0
  while (start <= plain.length) {
    const end = endOfLine(plain, start)
    const line = trimmed(plain, { start, end })
    if (line.end > line.start && !PAGE.test(plain.slice(line.start, line.end)))
      lines.push({ ...line, text: plain.slice(line.start, line.end), row })
    start = end + (plain.startsWith('\r\n', end) ? 2 : 1)
    row += 1
  }
  return lines
}

function endOfLine(plain: string, from: number): number {
  for (let index = from; index < plain.length; index += 1) {
    const sign = plain.charAt(index)
    if (sign === '\n' || sign === '\r' || sign === '\f' || sign === '\v') return index
  }
  return plain.length
}

/** The span without the blanks at its ends; a tab stays, since it may part cells. */
export function trimmed(plain: string, { start, end }: Span): Span {
  let [from, to] = [start, end]
  while (from < to && plain.charAt(from) === ' ') from += 1
  while (to > from && /\s/.test(plain.charAt(to - 1))) to -= 1
  return { start: from, end: to }
}
