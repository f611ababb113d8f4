import { walk } from '../xml.js'

/** How a number is shown, as far as it changes what it says. */
export type Shown = 'number' | 'date' | 'time' | 'date-time' | 'percent' | 'fixed'

export interface NumberFormat {
  readonly shown: Shown
  /** Digits behind the point, of a percentage or a fixed number. */
  readonly digits: number
}

/** Formats that every spreadsheet knows by number, those of dates in Chinese among them. */
const BUILT_IN: readonly (readonly [number, number, Shown])[] = [
  [14, 17, 'date'],
  [18, 21, 'time'],
  [22, 22, 'date-time'],
  [27, 31, 'date'],
  [32, 35, 'time'],
  [36, 36, 'date'],
  [45, 47, 'time'],
  [50, 54, 'date'],
  [55, 56, 'time'],
  [57, 58, 'date'],
]
const FIXED: ReadonlyMap<number, NumberFormat> = new Map([
  [1, { shown: 'fixed', digits: 0 }],
  [2, { shown: 'fixed', digits: 2 }],
  [3, { shown: 'fixed', digits: 0 }],
  [4, { shown: 'fixed', digits: 2 }],
  [9, { shown: 'percent', digits: 0 }],
  [10, { shown: 'percent', digits: 2 }],
])
const GENERAL: NumberFormat = { shown: 'number', digits: 0 }

/** The formats of cells by the number of their style. */
export function formatsOf(part: Buffer | undefined): readonly NumberFormat[] {
  const codes = new Map<number, string>()
  const formats: NumberFormat[] = []
  let inCells = false
  if (!part) return formats
  walk(part, {
    open(name, attributes) {
      const id = Number(attributes.get('numFmtId'))
      if (name === 's:numFmt') codes.set(id, attributes.get('formatCode') ?? '')
      else if (name === 's:cellXfs') inCells = true
      else if (name === 's:xf' && inCells) formats.push(formatOf(id, codes.get(id)))
    },
    close(name) {
      if (name === 's:cellXfs') inCells = false
    },
  })
  return formats
}

function formatOf(id: number, code: string | undefined): NumberFormat {
  if (code !== undefined) return formatOfCode(code)
  const dated = BUILT_IN.find(([from, to]) => id >= from && id <= to)
  return dated ? { shown: dated[2], digits: 0 } : (FIXED.get(id) ?? GENERAL)
}

/** What a format made by hand shows: its quoted words, colours and conditions say nothing of it. */
export function formatOfCode(code: string): NumberFormat {
  const [first = ''] = code.split(';')
  const elapsed = /\[[hms]+\]/i.test(first)
  const bare = first
    .replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
    .toLowerCase()
    .replaceAll('general', '')
  const time = elapsed || /[hs]/.test(bare)
  const date = /[yd]|e(?![+-])/.test(bare) || (/m/.test(bare) && !time)
  if (date) return { shown: time ? 'date-time' : 'date', digits: 0 }
  if (time) return { shown: 'time', digits: 0 }
  const digits = /[0#]\.(0+)/.exec(bare)?.[1]?.length ?? 0
  if (bare.includes('%')) return { shown: 'percent', digits }
  return /^[#,]*0(?:\.0+)?$/.test(bare.trim()) ? { shown: 'fixed', digits } : GENERAL
}

const DAY_MS = 86_400_000
/** The day before the first one; the 29th of February 1900, which there was not, is counted in. */
const BEFORE_1900 = Date.UTC(1899, 11, 30)
const BEFORE_1904 = Date.UTC(1904, 0, 1)

/** A number of a cell as its format shows it; dates as 2022-09-30, with 17:00 behind where the format has a time. */
export function shownNumber(value: number, format: NumberFormat, from1904 = false): string {
  const { shown, digits } = format
  if (shown === 'percent') return `${(value * 100).toFixed(Math.min(digits, 20))}%`
  if (shown === 'fixed' && Math.abs(value) < 1e15) return value.toFixed(Math.min(digits, 20))
  const isDay = value >= 0 && value < 2_958_466
  if (shown === 'number' || !isDay) return String(Number(value.toPrecision(15)))
  // Before March 1900 the days are one short.
  const day = !from1904 && value < 60 && value >= 1 ? value + 1 : value
  const minutes = Math.round((day * DAY_MS) / 60_000) * 60_000
  const iso = new Date((from1904 ? BEFORE_1904 : BEFORE_1900) + minutes).toISOString()
  const [date, time] = [iso.slice(0, 10), iso.slice(11, 16)]
  if (shown === 'time') return time
  return shown === 'date' ? date : `${date} ${time}`
}
