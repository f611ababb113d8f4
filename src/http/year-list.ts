import type { z } from 'zod'
import { type calendarChange, dayName } from '../contracts/calendars.js'
import { fieldCodeOf } from '../contracts/field-code.js'
import { type ArrangedDay, faultsOfYear } from '../domain/calendar-year.js'
import { dateOf, isLocalDate } from '../domain/instant.js'
import { type CsvLine, csvLines } from '../tables/csv.js'
import type { FieldFault } from './frame/problem-error.js'

type WholeYear = NonNullable<z.output<typeof calendarChange>['year']>

/** The days of a year as they were sent, and everything that is wrong with them, each where it stands. */
export function readYear({ year, days, csv }: WholeYear): {
  days: readonly ArrangedDay[]
  faults: FieldFault[]
} {
  if (csv !== undefined) return readFile(year, csv)
  const listed = days ?? []
  const faults = faultsOfYear(year, listed).map(
    ({ index, code }): FieldFault => ({
      in: 'body',
      pointer: index === null ? '/year/days' : `/year/days/${index}/date`,
      code,
    }),
  )
  return { days: listed, faults }
}

/** Days that are declared twice, each where it stands the second time. */
export function twiceIn(days: readonly { date: string }[]): FieldFault[] {
  return days.flatMap(({ date }, index): FieldFault[] => {
    const before = days.findIndex((other) => other.date === date)
    const pointer = `/days/${index}/date`
    return before < index ? [{ in: 'body', pointer, code: 'DAY_TWICE' }] : []
  })
}

const COLUMNS = {
  date: ['date', '日期'],
  works: ['works', '上班'],
  name: ['name', '名称'],
} as const
const WORKS: ReadonlyMap<string, boolean> = new Map([
  ...['1', 'true', '是', '上班'].map((word) => [word, true] as const),
  ...['0', 'false', '否', '休息'].map((word) => [word, false] as const),
])

function readFile(year: number, csv: string): ReturnType<typeof readYear> {
  const [head, ...rows] = linesOf(csv) ?? []
  const places = placesOf(head?.record ?? [])
  if (!places) return { days: [], faults: [faultAt(1, 'MALFORMED')] }
  const read = rows.map(({ record, line }) => ({ line, day: readDay(record, places) }))
  const wrong = read.flatMap(({ line, day }) =>
    typeof day === 'string' ? [faultAt(line, day)] : [],
  )
  if (wrong.length > 0) return { days: [], faults: wrong }
  const days = read.flatMap(({ day }) => (typeof day === 'string' ? [] : [day]))
  const faults = faultsOfYear(year, days).map(({ index, code }) =>
    faultAt(index === null ? null : (rows[index]?.line ?? null), code),
  )
  return { days, faults }
}

type Places = Record<keyof typeof COLUMNS, number>

/** Where the columns are; null where one is missing that has to be there. */
function placesOf(head: readonly string[]): Places | null {
  const place = (names: readonly string[]) =>
    head.findIndex((cell) => names.includes(cell.trim().toLowerCase()))
  const [date, works] = [place(COLUMNS.date), place(COLUMNS.works)]
  return date < 0 || works < 0 ? null : { date, works, name: place(COLUMNS.name) }
}

/** A line as a day, or the code of what is wrong with it. */
function readDay(cells: readonly string[], places: Places): ArrangedDay | FieldFault['code'] {
  const cell = (column: keyof Places) => cells[places[column]]?.trim() ?? ''
  const [date, works] = [cell('date'), WORKS.get(cell('works').toLowerCase())]
  if (!isLocalDate(date) || works === undefined) return 'MALFORMED'
  const name = dayName.safeParse(cell('name') || null)
  const [issue] = name.error?.issues ?? []
  return name.success
    ? { date: dateOf(date), works, name: name.data }
    : fieldCodeOf(issue ?? { code: '', message: '' }, false)
}

function faultAt(line: number | null, code: FieldFault['code']): FieldFault {
  return { in: 'body', pointer: '/year/csv', line, code }
}

/** The lines of a file; null for what is no table. Columns that are not ours, such as a weekday's, are left alone. */
function linesOf(csv: string): CsvLine[] | null {
  try {
    return csvLines(csv, { ragged: true })
  } catch {
    return null
  }
}
