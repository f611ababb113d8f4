import type { Calendar, DayException } from '../domain/calendar.js'
import type { Instant, LocalDate } from '../domain/instant.js'
import { first, type Handle, statement } from './handle.js'
import { insertText, json, type Row } from './setwise.js'

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
const VERSION = statement<never>(
  insertText('calendar_version', ['id', 'office_id', 'source', 'created_by', 'reason']),
)
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

/** A version without its days: where it is from, who made it, when and by whom it was brought into force. */
export type CalendarHead = Omit<Row<'calendar_version'>, 'office_id'> & { years: number[] }

const HEADS = statement<CalendarHead>(
  `select id, source, created_at, created_by, reason, applied_at, applied_by, applied_because,
     (select coalesce(jsonb_agg(year order by year), '[]') from calendar_year where version_id = v.id) as years
   from calendar_version v where office_id = $1 order by created_at desc, id desc`,
)
const APPLIED = statement<never>(
  `update calendar_version set applied_at = $2, applied_by = $3, applied_because = $4 where id = $1`,
)

/** Every version of an office's calendar, the newest first. */
export function listCalendars(h: Handle, officeId: string): Promise<CalendarHead[]> {
  return h.run(HEADS(officeId))
}

/** A version with its days. */
export interface CalendarVersion {
  head: CalendarHead
  calendar: Calendar
}

/** A version of an office's calendar; null where there is none the principal may read. */
export async function findCalendar(
  h: Handle,
  officeId: string,
  id: string,
): Promise<CalendarVersion | null> {
  const head = (await listCalendars(h, officeId)).find((one) => one.id === id)
  return head ? { head, calendar: await loadCalendar(h, id) } : null
}

/** How a version came into force, the last time where it did more than once. */
export interface Application {
  applied_at: Instant
  applied_by: string
  applied_because: string
}

/** Records that a version came into force. */
export async function markApplied(
  h: Handle,
  id: string,
  { applied_at, applied_by, applied_because }: Application,
): Promise<void> {
  await h.run(APPLIED(id, applied_at, applied_by, applied_because))
}

/** What a new version holds; `source` says where it was taken from. */
export interface NewCalendar {
  office_id: string
  source: string
  calendar: Omit<Calendar, 'zone'>
  /** Left out for the one an office begins with. */
  created_by?: string
  reason?: string
}

/** Stores a version in the transaction of what uses it; it can never be changed. */
export async function insertCalendar(
  h: Handle,
  { office_id, source, calendar, created_by, reason }: NewCalendar,
): Promise<void> {
  const { version: version_id, exceptions, definite_years } = calendar
  const days = [...exceptions].map(([date, day]) => ({ office_id, version_id, date, ...day }))
  const years = [...definite_years].map((year) => ({ office_id, version_id, year }))
  await Promise.all([
    h.run(VERSION(json([{ id: version_id, office_id, source, created_by, reason }]))),
    h.run(DAYS(json(days))),
    h.run(YEARS(json(years))),
  ])
}
