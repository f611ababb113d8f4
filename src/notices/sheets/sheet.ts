import { LONGEST_TEXT } from '../../domain/reading/unread.js'
import { cellText, type GridCell } from '../grid.js'
import { PaperError } from '../paper.js'
import { type Attributes, walk } from '../xml.js'
import { type NumberFormat, shownNumber } from './number-formats.js'

/** What all sheets of a workbook share. */
export interface Shared {
  readonly strings: readonly string[]
  readonly formats: readonly NumberFormat[]
  readonly from1904: boolean
}

/** A sheet as rows of cells, merged ones said in every row and column they reach, and what is odd about it. */
export interface Sheet {
  readonly rows: readonly (readonly GridCell[])[]
  /** What stands at the head and foot of its pages. */
  readonly heads: readonly string[]
  readonly hiddenRows: number
  readonly hiddenColumns: boolean
  /** Formulas that nobody calculated. */
  readonly uncalculated: number
}

/** More is no notice. */
const MOST_ROWS = 20_000
const MOST_COLUMNS = 200
const HEADS: ReadonlySet<string> = new Set(
  ['odd', 'even', 'first'].flatMap((which) => [`s:${which}Header`, `s:${which}Footer`]),
)
const GENERAL: NumberFormat = { shown: 'number', digits: 0 }

/** Reads a sheet. Throws PaperError TEXT_TOO_LONG for one of more rows, columns or text than a notice has. */
export function readSheet(part: Buffer, shared: Shared): Sheet {
  const rows = new Map<number, string[]>()
  const merges: string[] = []
  let hiddenRows = 0
  let hiddenColumns = false
  let uncalculated = 0
  let signs = 0
  let row: string[] = []
  let number = 0
  const heads: string[] = []
  let cell = { at: 0, type: 'n', style: 0, value: '', inline: '', formula: false }
  let into: 'value' | 'inline' | 'head' | null = null
  let phonetic = false

  function beginCell(attributes: Attributes): void {
    const at = columnOf(attributes.get('r')) ?? row.length
    if (at >= MOST_COLUMNS) throw new PaperError('TEXT_TOO_LONG', 'columns without end')
    const type = attributes.get('t') ?? 'n'
    const style = Number(attributes.get('s') ?? 0)
    cell = { at, type, style, value: '', inline: '', formula: false }
  }

  function endCell(): void {
    if (cell.formula && cell.value === '' && cell.type !== 'str') uncalculated += 1
    const text = textOf(cell, shared)
    if (text === '') return
    signs += text.length
    if (signs > LONGEST_TEXT) throw new PaperError('TEXT_TOO_LONG')
    while (row.length < cell.at) row.push('')
    row[cell.at] = text
  }

  walk(part, {
    open(name, attributes) {
      if (name === 's:row') {
        row = []
        number = Number(attributes.get('r') ?? number + 1)
        if (attributes.get('hidden') === '1') hiddenRows += 1
      } else if (name === 's:c') beginCell(attributes)
      else if (name === 's:v') into = 'value'
      else if (name === 's:t' && !phonetic) into = 'inline'
      else if (name === 's:rPh') phonetic = true
      else if (name === 's:f') cell.formula = true
      else if (HEADS.has(name)) into = 'head'
      else if (name === 's:mergeCell') merges.push(attributes.get('ref') ?? '')
      else if (name === 's:col' && attributes.get('hidden') === '1') hiddenColumns = true
    },
    close(name) {
      if (name === 's:v' || name === 's:t' || HEADS.has(name)) into = null
      else if (name === 's:rPh') phonetic = false
      else if (name === 's:c') endCell()
      else if (name === 's:row') rows.set(number, row)
      if (rows.size > MOST_ROWS) throw new PaperError('TEXT_TOO_LONG', 'rows without end')
    },
    text(text) {
      if (into === 'head') heads.push(text)
      else if (into) cell[into] += text
    },
  })
  return { rows: filled(rows, merges), heads, hiddenRows, hiddenColumns, uncalculated }
}

interface ReadCell {
  type: string
  style: number
  value: string
  inline: string
}

function textOf({ type, style, value, inline }: ReadCell, shared: Shared): string {
  const { strings, formats, from1904 } = shared
  if (type === 's') return cellText((strings[Number(value)] ?? '').split('\n'))
  if (type === 'inlineStr') return cellText(unescaped(inline).split('\n'))
  if (type === 'str' || type === 'e') return cellText(unescaped(value).split('\n'))
  if (type === 'b') return value === '1' ? '是' : '否'
  if (type === 'd') return value.replace('T', ' ').replace(/:\d\d(?:\.\d+)?Z?$/, '')
  if (value.trim() === '' || !Number.isFinite(Number(value))) return value.trim()
  return shownNumber(Number(value), formats[style] ?? GENERAL, from1904)
}

/** Signs that markup cannot hold are written _x000D_. */
export function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => {
    const sign = String.fromCharCode(Number.parseInt(hex, 16))
    return sign < ' ' && sign !== '\n' && sign !== '\t' ? '' : sign
  })
}

/** The column of a place such as AB12, from 0. */
function columnOf(place: string | undefined): number | undefined {
  const [letters] = /^[A-Z]{1,3}/.exec(place ?? '') ?? []
  if (letters === undefined) return undefined
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** Merged cells say in every row and column what they say once, as far as there are rows. */
function filled(rows: ReadonlyMap<number, readonly string[]>, merges: readonly string[]) {
  const grid = new Map<number, GridCell[]>()
  for (const [number, row] of rows)
    grid.set(
      number,
      Array.from(row, (text) => ({ text, doubts: [], isBelow: false })),
    )
  const numbers = [...grid.keys()].sort((one, two) => one - two)
  const columns = Math.max(0, ...[...grid.values()].map(({ length }) => length))
  for (const merge of merges.slice(0, MOST_ROWS)) {
    const [first = '', last = first] = merge.split(':')
    const [left, right] = [columnOf(first) ?? 0, Math.min(columnOf(last) ?? 0, columns - 1)]
    const [top, bottom] = [rowOf(first), rowOf(last)]
    const text = grid.get(top)?.[left]?.text ?? ''
    if (text === '') continue
    for (const number of numbers) {
      if (number < top || number > bottom) continue
      const row = grid.get(number) ?? []
      while (row.length < left) row.push({ text: '', doubts: [], isBelow: false })
      for (let at = left; at <= right; at += 1)
        row[at] = { text, doubts: [], isBelow: number > top }
    }
  }
  return numbers.map((number) => grid.get(number) ?? [])
}

function rowOf(place: string): number {
  return Number(/\d+$/.exec(place)?.[0] ?? 0)
}
