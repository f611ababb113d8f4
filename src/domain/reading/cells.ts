import type { Line } from './lines.js'
import type { Cell, Table } from './table.js'
import { unevenRows } from './uneven-rows.js'

/** The tables of a text: lines parted by |, by tabs or by wide blanks, two or more under each other. */
export function tablesOf(lines: readonly Line[]): Table[] {
  const tables: Table[] = []
  let index = 0
  while (index < lines.length) {
    const table = runFrom(lines, index) ?? cellPerLine(lines, index) ?? unevenRows(lines, index)
    if (table) tables.push(table)
    index = table?.behind ?? index + 1
  }
  return tables
}

const SPLITS: readonly RegExp[] = [/\|/g, /\t/g, / {2,}/g, /,/g]

function runFrom(lines: readonly Line[], first: number): Table | null {
  for (const split of SPLITS) {
    const least = split.source === ' {2,}' || split.source === ',' ? 3 : 2
    const rows: Cell[][] = []
    let index = first
    while (index < lines.length) {
      const line = lines[index]
      const cells = line && cellsOf(line, split)
      if (!cells || (cells.length > 0 && cells.length < least)) break
      if (cells.length > 0) rows.push(cells)
      // A rule of dashes begins no table.
      else if (rows.length === 0) break
      index += 1
    }
    if (split.source === ',' && !isSheet(rows)) continue
    if (rows.length >= 2) return { rows: withoutEdges(rows, split), first, behind: index }
  }
  return null
}

/** Commas part cells only where every line has as many, below heads without a blank; a sentence has commas too. */
function isSheet(rows: readonly (readonly Cell[])[]): boolean {
  const [heads = []] = rows
  const short = heads.every(({ text }) => text !== '' && text.length <= 10 && !/[。;“]/.test(text))
  return short && rows.length > 2 && rows.every(({ length }) => length === heads.length)
}

/** The signs at the edges of all rows part no cells. */
function withoutEdges(rows: readonly (readonly Cell[])[], split: RegExp): (readonly Cell[])[] {
  if (split.source !== '\\|') return [...rows]
  const from = rows.every(([first]) => first?.text === '') ? 1 : 0
  const to = rows.every((row) => row.at(-1)?.text === '') ? -1 : undefined
  return rows.map((row) => row.slice(from, to))
}

/** The cells of a line; none for a rule of dashes, null where nothing parts it. */
function cellsOf(line: Line, split: RegExp): Cell[] | null {
  if (!line.text.match(split)) return null
  if (/^[\s|:\-–—+=]+$/.test(line.text)) return []
  const cells: Cell[] = []
  let start = 0
  for (const match of line.text.matchAll(split)) {
    cells.push(cellOf(line, start, match.index))
    start = match.index + match[0].length
  }
  cells.push(cellOf(line, start, line.text.length))
  return cells
}

function cellOf(line: Line, start: number, end: number): Cell {
  const text = line.text.slice(start, end)
  const lead = text.length - text.trimStart().length
  const bare = text.trim()
  const from = line.start + start + lead
  return { text: bare, start: from, end: from + bare.length }
}

/** Words that stand at the head of a column and nowhere else alone on a line. */
const HEAD =
  /^(?:序号|编号|(?:所属|所在|涉及|具体)?(?:网站|栏目|账号|新媒体|信箱|频道|媒体|平台|页面|位置|链接)(?:\([^()]{1,8}\))?(?:名称)?(?:[及和与、/](?:所属|所在|具体)?(?:网站|栏目|账号|新媒体|信箱|频道|媒体|平台|页面|位置|链接)(?:名称)?)?|(?:整改|处理|办理|完成)?(?:状态|进度)|(?:整改|处理|办理)(?:情况|结果)|(?:检查|监测|发现)(?:时间|日期)|责任人|联系人|得分|扣分|(?:责任|主管|主办|承办|牵头|被检查|问题)?(?:单位|部门|区县|县区|乡镇|镇街|街道|科室|县市|市县|地区)(?:名称)?|(?:网站|栏目|账号|新媒体|信箱|频道|媒体|平台)(?:名称|类型|类别)?|名称|平台|网址|(?:存在|主要|发现)?(?:的)?问题(?:描述|类别|类型|情况|表现)?|具体问题|检查结果|检查情况|监测结果|整改(?:时限|期限|要求|措施)|完成时限|最后更新(?:时间|日期)|备注|类别|类型)$/

function headsAt(lines: readonly Line[], first: number): number {
  let width = 0
  while (HEAD.test(lines[first + width]?.text ?? '')) width += 1
  return width
}

/** The widest table of which each cell has a line. */
const WIDEST = 10

/** Whatever the heads below 序号 are: their rows are counted 1, 2, 3, as many lines apart as there are heads. */
function countedAt(lines: readonly Line[], first: number): number {
  if (!/^(?:序号|编号)$/.test(lines[first]?.text ?? '')) return 0
  const heads = lines.slice(first + 1, first + WIDEST)
  const width = heads.findIndex(({ text }) => text === '1') + 1
  const named = heads.slice(0, width - 1).every(({ text }) => /^[^。,;:“]{1,14}$/.test(text))
  return width > 2 && named && lines[first + 2 * width]?.text === '2' ? width : 0
}

/** A table copied so that each cell has a line of its own: the heads one after another, then as many lines a row. */
function cellPerLine(lines: readonly Line[], first: number): Table | null {
  const width = Math.max(headsAt(lines, first), countedAt(lines, first))
  if (width < 3) return null
  const rows: Cell[][] = []
  let index = first
  const numbered = /^(?:序号|编号)$/.test(lines[first]?.text ?? '')
  while (index + width <= lines.length) {
    const row = lines.slice(index, index + width).map((line) => ({ ...line }))
    const heads = index === first || row.every(({ text }) => HEAD.test(text))
    const fits = row.every(({ text }) => text.length <= 120)
    const begins = numbered ? /^\d{1,3}$/ : /^[^。;,]{1,24}$/
    if (!heads && (!fits || !begins.test(row[0]?.text ?? ''))) break
    rows.push(row)
    index += width
  }
  return rows.length >= 2 ? { rows, first, behind: index } : null
}
