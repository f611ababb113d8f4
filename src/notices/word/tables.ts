import { cellText, type GridCell, linesOfGrid } from '../grid.js'
import type { PaperLine } from '../paper.js'

/** A cell of Word as it is read. */
export interface WordCell {
  lines: PaperLine[]
  /** Over how many columns it reaches. */
  span: number
  /** Whether it is part of the cell above it, or the first of several that are. */
  merge: 'begins' | 'goes-on' | null
}

export interface WordRow {
  cells: WordCell[]
  /** Columns left free before its first cell. */
  before: number
  deleted: boolean
}

/** Wider tables are made to hold something up. */
const WIDEST = 64

/** A table of Word as lines: merged cells say in every row and column what they say once. */
export function linesOfTable(rows: readonly WordRow[]): PaperLine[] {
  const grid: GridCell[][] = []
  for (const { cells, before, deleted } of rows) {
    if (deleted) continue
    const above = grid.at(-1) ?? []
    const row: GridCell[] = Array.from({ length: Math.min(before, WIDEST) }, () => blank())
    for (const cell of cells) {
      const own = cellOf(cell)
      for (let i = 0; i < cell.span && row.length < WIDEST; i += 1) {
        const over = above[row.length]
        row.push(cell.merge === 'goes-on' && over ? { ...over, isBelow: true } : own)
      }
    }
    grid.push(row)
  }
  return linesOfGrid(grid)
}

function cellOf({ lines }: WordCell): GridCell {
  const doubts = [...new Set(lines.flatMap((line) => line.doubts))]
  return { text: cellText(lines.map(({ text }) => text)), doubts, isBelow: false }
}

function blank(): GridCell {
  return { text: '', doubts: [], isBelow: false }
}
