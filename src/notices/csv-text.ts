import { csvLines } from '../tables/csv.js'
import { cellText, linesOfGrid } from './grid.js'
import { type Paper, PaperError } from './paper.js'

const DELIMITERS = [',', '\t', ';', '；', '|'] as const
/** Lines that say by which sign cells are parted. */
const LOOKED_AT = 20

/** A list saved by a spreadsheet as text, whichever sign parts its cells. Throws PaperError FILE_DAMAGED. */
export function readCsv(text: string): Paper {
  try {
    const rows = csvLines(text, { ragged: true, loose: true, delimiter: delimiterOf(text) })
    const grid = rows.map(({ record }) =>
      record.map((cell) => ({ text: cellText(cell.split(/\r?\n/)), doubts: [], isBelow: false })),
    )
    return { kind: 'csv', lines: linesOfGrid(grid), notes: [] }
  } catch (error) {
    throw new PaperError('FILE_DAMAGED', 'no table', { cause: error })
  }
}

/** The sign that parts most of the first lines, outside of quotes, and the same number of times. */
function delimiterOf(text: string): string {
  const bare = text.slice(0, 20_000).replace(/"(?:[^"]|"")*"/g, '')
  const lines = bare
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .slice(0, LOOKED_AT)
  const scored = DELIMITERS.map((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1)
    const most = Math.max(0, ...counts)
    return { delimiter, lines: most === 0 ? 0 : counts.filter((count) => count === most).length }
  })
  return scored.toSorted((one, two) => two.lines - one.lines)[0]?.delimiter ?? ','
}
