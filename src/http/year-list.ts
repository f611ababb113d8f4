import { parse } from 'csv-parse/sync'
import type { z } from 'zod'
import type { calendarChange } from '../contracts/calendars.js'
import { type ArrangedDay, faultsOfYear } from '../domain/calendar-year.js'
import { dateOf, isLocalDate } from '../domain/instant.js'
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
  const fault = (line: number | null, code: FieldFault['code']): FieldFault => ({
    ...{ in: 'body' as const, pointer: '/year/csv', line, code },
  })
  const records = recordsOf(csv)
  const [head, ...rows] = records ?? []
  const columns = Object.values(COLUMNS).map((names) =>
    (head ?? []).findIndex((cell) => names.some((name) => name === cell.trim().toLowerCase())),
  )
  const [date = -1, works = -1, name = -1] = columns
  if (date < 0 || works < 0) return { days: [], faults: [fault(1, 'MALFORMED')] }
  const read = rows.map((row) => {
    const [on = '', said = '', called = ''] = [row[date], row[works], row[name]].map((cell) =>
      cell?.trim(),
    )
    const working = WORKS.get(said.toLowerCase())
    const known = isLocalDate(on) && working !== undefined
    return known ? { date: dateOf(on), works: working, name: called || null } : null
  })
  const wrong = read.flatMap((day, index) => (day ? [] : [fault(index + 2, 'MALFORMED')]))
  if (wrong.length > 0) return { days: [], faults: wrong }
  const days = read.filter((day) => day !== null)
  const faults = faultsOfYear(year, days)
  return {
    days,
    faults: faults.map(({ index, code }) => fault(index === null ? null : index + 2, code)),
  }
}

/** The cells of a file, line by line; null for what is no table. */
function recordsOf(csv: string): string[][] | null {
  try {
    return parse(csv, { bom: true, relax_column_count: true, skip_empty_lines: false })
  } catch {
    return null
  }
}
