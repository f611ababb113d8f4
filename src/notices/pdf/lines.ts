/** A piece of text on a page: where its line stands, where it begins and ends, and how large it is, in points. */
export interface Piece {
  readonly text: string
  readonly x: number
  readonly end: number
  readonly y: number
  readonly size: number
}

/** A line of a page: what stands on it, parted where there is a wide gap. */
export interface PageLine {
  readonly parts: readonly Piece[]
  readonly x: number
  readonly end: number
  readonly size: number
}

/** A gap wider than this, in sizes of the text, parts cells. */
const WIDE = 0.8

/** The lines of a page from top to bottom, whatever the order its pieces are written in. */
export function linesOfPage(pieces: readonly Piece[]): PageLine[] {
  const sorted = pieces.toSorted((one, two) => two.y - one.y || one.x - two.x)
  const rows: Piece[][] = []
  for (const piece of sorted) {
    const [first] = rows.at(-1) ?? []
    if (first && Math.abs(first.y - piece.y) < Math.max(first.size, piece.size) * 0.4)
      rows.at(-1)?.push(piece)
    else rows.push([piece])
  }
  return rows.flatMap((row) => lineOf(row.toSorted((one, two) => one.x - two.x)) ?? [])
}

function lineOf(row: readonly Piece[]): PageLine | null {
  const parts: Piece[] = []
  for (const piece of row) {
    const last = parts.at(-1)
    const gap = last ? piece.x - last.end : Number.POSITIVE_INFINITY
    if (!last || gap > WIDE * Math.max(last.size, piece.size)) parts.push(piece)
    // The same words set twice, a little aside, are bold.
    else if (piece.text === last.text && Math.abs(piece.x - last.x) < piece.size * 0.2) continue
    else {
      const blank = gap > 0.2 * piece.size && /[\w.,]$/.test(last.text) && /^\w/.test(piece.text)
      const text = `${last.text}${blank ? ' ' : ''}${piece.text}`
      parts[parts.length - 1] = { ...last, text, end: Math.max(last.end, piece.end) }
    }
  }
  const [first] = parts
  const last = parts.at(-1)
  if (!first || !last) return null
  const size = Math.max(...parts.map((part) => part.size))
  return { parts, x: first.x, end: last.end, size }
}
