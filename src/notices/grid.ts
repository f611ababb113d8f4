import { type PaperLine, plainLine } from './paper.js'

/** A cell of a table: what it says, and what is in doubt about it. */
export interface GridCell extends PaperLine {
  /** Whether it only repeats the cell above it, of which it is a part. */
  readonly isBelow: boolean
}

const EMPTY: GridCell = { text: '', doubts: [], isBelow: false }
/** A row that names a group of those below it: 一、市教育局. */
const GROUP = /^(?:[(（]?[一二三四五六七八九十]{1,3}[)）、.]|第[一二三四五六七八九十]{1,3})/

/**
 * A table as lines, the cells of a row parted by |. What stands over its whole width is a line of its own: a title above
 * it, a group within it, behind which its heads are said again. A table of one row or one column parts nothing.
 */
export function linesOfGrid(given: readonly (readonly GridCell[])[]): PaperLine[] {
  const rows = given.filter((row) => row.some(({ text }) => text !== ''))
  const used = rows.reduce((width, row) => Math.max(width, lastUsed(row) + 1), 0)
  const padded = rows.map((row) => Array.from({ length: used }, (_, at) => row[at] ?? EMPTY))
  if (used < 2 || padded.length < 2) return padded.flatMap((row) => apart(row))
  const lines: PaperLine[] = []
  let heads: PaperLine[] = []
  let grouped = false
  for (const [index, row] of padded.entries()) {
    const whole = wholeRow(row, heads.length > 0)
    if (whole) {
      lines.push(whole)
      grouped = heads.length > 0
      continue
    }
    const line = lineOf(row)
    if (heads.length === 0) heads = [line, ...secondHeads(padded, index)]
    else if (grouped) lines.push(...heads.map(({ text }) => plainLine(text)))
    grouped = false
    lines.push(line)
  }
  return lines
}

function lastUsed(row: readonly GridCell[]): number {
  return row.findLastIndex(({ text }) => text !== '')
}

/** Heads of two rows: cells of the first reach into the second. */
function secondHeads(rows: readonly (readonly GridCell[])[], first: number): PaperLine[] {
  const next = rows[first + 1]
  return next?.some(({ isBelow }) => isBelow) ? [lineOf(next)] : []
}

/** What a row says once over its whole width. */
function wholeRow(row: readonly GridCell[], belowHeads: boolean): PaperLine | null {
  const [first] = row
  if (!first || first.text === '') return null
  const same = row.every(({ text }) => text === first.text)
  const alone = row.every(({ text }, at) => at === 0 || text === '')
  return same || (alone && (!belowHeads || GROUP.test(first.text))) ? plain(first) : null
}

function apart(row: readonly GridCell[]): PaperLine[] {
  return row.filter(({ text }, at) => text !== '' && text !== row[at - 1]?.text).flatMap(plain)
}

function plain({ text, doubts }: GridCell): PaperLine {
  return { text, doubts }
}

function lineOf(row: readonly GridCell[]): PaperLine {
  const cells = row.map(({ text }) => text.replace(/[|｜︱│┃]/g, '¦'))
  return {
    text: `| ${cells.join(' | ')} |`,
    doubts: [...new Set(row.flatMap((one) => one.doubts))],
  }
}

/** The paragraphs of a cell as one text: a blank parts what was only broken, a ； what was said apart. */
export function cellText(paragraphs: readonly string[]): string {
  return paragraphs
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
    .reduce((before, text) => {
      if (before === '') return text
      const ended = before.length < 10 || /[。；;，,、：:！!？?（(]$/.test(before)
      const numbered = /^(?:[(（]?\d{1,2}[)）.、]|[①-⑳])/.test(text)
      return `${before}${ended && !numbered ? ' ' : /[。；;：:]$/.test(before) ? '' : '；'}${text}`
    }, '')
}
