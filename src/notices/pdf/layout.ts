import { cellText, type GridCell, linesOfGrid } from '../grid.js'
import { type PaperLine, plainLine } from '../paper.js'
import type { PageLine } from './lines.js'

/** The number of a page at its foot. */
const PAGE =
  /^(?:第\s*\d{1,3}\s*页(?:[，,\s/]*共\s*\d{1,3}\s*页)?|[-—–－]\s*\d{1,3}\s*[-—–－]|\d{1,3}(?:\s*\/\s*\d{1,3})?)$/

/** What a page layout comes to as text, and whether a table had to be put together from it. */
export interface LaidOut {
  readonly lines: readonly PaperLine[]
  readonly hasTable: boolean
}

/** The pages as lines of text: wrapped lines put together again, and what stands in columns as a table. */
export function textOfPages(pages: readonly (readonly PageLine[])[]): LaidOut {
  const all = pages.flatMap((page) => page.filter((line) => !PAGE.test(wordsOf(line).trim())))
  const left = all.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY)
  const right = all.reduce((most, { end }) => Math.max(most, end), 0)
  const lines: PaperLine[] = []
  let hasTable = false
  let before: PageLine | null = null
  for (let index = 0; index < all.length; ) {
    const line = all[index]
    if (!line) break
    const behind = tableFrom(all, index)
    if (behind > index) {
      lines.push(...linesOfGrid(gridOf(all.slice(index, behind))))
      hasTable = true
      before = null
      index = behind
      continue
    }
    const last = lines.at(-1)
    if (last && before && goesOn(before, line, left, right))
      lines[lines.length - 1] = plainLine(joined(last.text, wordsOf(line)))
    else lines.push(plainLine(wordsOf(line)))
    before = line
    index += 1
  }
  return { lines, hasTable }
}

function wordsOf({ parts }: PageLine): string {
  return parts.map(({ text }) => text.trim()).join(' ')
}

/** A line that fills its width goes on with one that begins at the edge. */
function goesOn(before: PageLine, line: PageLine, left: number, right: number): boolean {
  const full = before.end > right - before.size * 1.6
  const atEdge = line.x < left + line.size * 0.6
  return full && atEdge && Math.abs(before.size - line.size) < 1
}

function joined(before: string, text: string): string {
  const apart = /[A-Za-z\d]$/.test(before) && /^[A-Za-z]/.test(text)
  return `${before}${apart ? ' ' : ''}${text}`
}

interface Reach {
  readonly x: number
  readonly end: number
}

/** Where a table that begins at this line ends; the line itself where none does. */
function tableFrom(lines: readonly PageLine[], from: number): number {
  const heads = lines[from]?.parts ?? []
  if (heads.length < 2) return from
  let to = from
  let rows = 0
  for (let index = from; index < lines.length; index += 1) {
    const { parts = [] } = lines[index] ?? {}
    const columns = parts.map((part) => columnsOf(heads, part))
    if (parts.length === 0 || columns.some((found) => found.length !== 1)) break
    if (parts.length > 1) rows += 1
    // What stands in the first column alone is text again, once the table is there.
    else if (columns[0]?.[0] === 0) break
    to = index + 1
  }
  return rows >= 2 ? to : from
}

/** In which columns a piece stands: those whose heads it lies below. */
function columnsOf(heads: readonly Reach[], part: Reach): number[] {
  return heads.flatMap((head, at) => {
    const next = heads[at + 1]?.x ?? Number.POSITIVE_INFINITY
    const overlaps = part.x < head.end && part.end > head.x
    const within = part.x >= head.x - 2 && part.x < next - 2
    return overlaps || within ? [at] : []
  })
}

/** The rows of a table; a line without its first cell goes on with the row above. */
function gridOf(lines: readonly PageLine[]): GridCell[][] {
  const heads = lines[0]?.parts ?? []
  const rows: string[][] = []
  for (const line of lines) {
    const cells = heads.map(() => '')
    for (const part of line.parts) {
      const [at = 0] = columnsOf(heads, part)
      cells[at] = `${cells[at]}${part.text.trim()}`
    }
    const above = cells[0] === '' ? rows.at(-1) : undefined
    if (above) for (const [at, cell] of cells.entries()) above[at] = `${above[at]}${cell}`
    else rows.push(cells)
  }
  return rows.map((row) =>
    row.map((cell) => ({ text: cellText([cell]), doubts: [], isBelow: false })),
  )
}
