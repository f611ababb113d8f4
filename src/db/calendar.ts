import type { Calendar, DayException } from '../domain/calendar.js'
import type { LocalDate } from '../domain/instant.js'
import { first, type Handle, statement } from './handle.js'
import { insertText, json } from './setwise.js'

const LOAD = statement<{
  zone: string
  exceptions: [LocalDate, DayException['kind'], string][] | null
  years: number[] | null
}>(
  `select o.zone,
     (select jsonb_agg(jsonb_build_array(date, kind, name) order by date)
       from calendar_day where version_id = v.id) as exceptions,
     (select jsonb_agg(year order by year) from calendar_year where version_id = v.id) as years
   from calendar_version v join office o on o.id = v.office_id where v.id = $1`,
)
const VERSION = statement<never>(insertText('calendar_version', ['id', 'office_id', 'source']))
const DAYS = statement<never>(
  insertText('calendar_day', ['office_id', 'version_id', 'date', 'kind', 'name']),
)
const YEARS = statement<never>(insertText('calendar_year', ['office_id', 'version_id', 'year']))

/** A version of an office's calendar, in its zone. Throws when there is none the principal may read. */
export async function loadCalendar(h: Handle, version: string): Promise<Calendar> {
  const row = await first(h.run(LOAD(version)))
  if (!row) throw new Error(`no calendar ${version}`)
  const exceptions = (row.exceptions ?? []).map(([date, kind, name]): [LocalDate, DayException] => [
    date,
    { kind, name },
  ])
  return {
    version,
    zone: row.zone,
    exceptions: new Map(exceptions),
    definite_years: new Set(row.years ?? []),
  }
}

/** What a new version holds; `source` says where it was taken from. */
export interface NewCalendar {
  office_id: string
  source: string
  calendar: Omit<Calendar, 'zone'>
}

/** Stores a version in the transaction of what uses it; it can never be changed. */
export async function insertCalendar(
  h: Handle,
  { office_id, source, calendar }: NewCalendar,
): Promise<void> {
  const { version: version_id, exceptions, definite_years } = calendar
  const days = [...exceptions].map(([date, day]) => ({ office_id, version_id, date, ...day }))
  const years = [...definite_years].map((year) => ({ office_id, version_id, year }))
  await Promise.all([
    h.run(VERSION(json([{ id: version_id, office_id, source }]))),
    h.run(DAYS(json(days))),
    h.run(YEARS(json(years))),
  ])
}
