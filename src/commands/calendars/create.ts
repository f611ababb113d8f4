import {
  type CalendarHead,
  insertCalendar,
  listCalendars,
  loadCalendar,
} from '../../db/calendar.js'
import { findOffice } from '../../db/office.js'
import { lockOffice } from '../../db/office-clock.js'
import type { Calendar } from '../../domain/calendar.js'
import {
  type ArrangedDay,
  type CalendarDays,
  withDays,
  withYear,
} from '../../domain/calendar-year.js'
import { type Rejection, reject } from '../../domain/situation.js'
import type { Deps } from '../deps.js'
import { CommandError } from '../errors.js'
import { type Answer, type KeyUse, once } from '../once.js'
import type { Principal } from '../principal.js'

export interface CalendarRequest {
  principal: Principal
  key: KeyUse | null
  source: string
  reason: string
  /** The version it changes; null for the one in force. */
  based_on: string | null
  /** A whole year whose days were checked, and days declared off or worked. */
  year: { year: number; days: readonly ArrangedDay[] } | null
  days: Parameters<typeof withDays>[1]
}

/** A version with its days, and whether it is in force. */
export interface CalendarVersion {
  head: CalendarHead
  calendar: Calendar
}

export type CalendarOutcome =
  | { kind: 'done'; version: CalendarVersion; current: string }
  | { kind: 'refused'; rejection: Rejection }

/**
 * Stores a new version of the office's working days. It moves nothing and is in force for nothing until a leader applies
 * it. Throws CommandError UNKNOWN_REFERENCE (what it is based on), LOCKED.
 */
export function createCalendar(
  deps: Deps,
  request: CalendarRequest,
  present: (outcome: CalendarOutcome) => Answer,
): Promise<Answer> {
  const { principal, key, source, reason, based_on } = request
  const { office_id, person_id } = principal
  return once(deps, principal, key, {
    async load(tx) {
      await lockOffice(tx, office_id)
      return Promise.all([findOffice(tx, office_id), listCalendars(tx, office_id)])
    },
    async act(tx, [office, versions]) {
      if (!office) throw new CommandError('NOT_FOUND')
      const base = based_on ?? office.calendar_version_id
      if (!versions.some(({ id }) => id === base)) {
        throw new CommandError('UNKNOWN_REFERENCE', null, [{ field: '/based_on', line: null }])
      }
      const before = await loadCalendar(tx, base)
      const days = changed(before, request)
      if (isSame(before, days)) {
        return {
          answer: present({ kind: 'refused', rejection: reject('NOTHING_TO_CHANGE') }),
          writes: [],
        }
      }
      const id = deps.newId()
      await insertCalendar(tx, {
        ...{ office_id, source, reason, created_by: person_id },
        calendar: { version: id, ...days },
      })
      const version = await findCalendar(tx, office_id, id)
      if (!version) throw new CommandError('NOT_FOUND')
      const current = office.calendar_version_id
      return { answer: present({ kind: 'done', version, current }), writes: [] }
    },
  })
}

/** A version of an office's calendar with its days; null where there is none the principal may read. */
export async function findCalendar(
  h: Parameters<typeof listCalendars>[0],
  officeId: string,
  id: string,
): Promise<CalendarVersion | null> {
  const versions = await listCalendars(h, officeId)
  const head = versions.find((one) => one.id === id)
  return head ? { head, calendar: await loadCalendar(h, id) } : null
}

function changed(before: CalendarDays, { year, days }: CalendarRequest): CalendarDays {
  const whole = year ? withYear(before, year.year, year.days) : before
  return withDays(whole, days)
}

function isSame(a: CalendarDays, b: CalendarDays): boolean {
  const text = ({ exceptions, definite_years }: CalendarDays) =>
    JSON.stringify([
      [...exceptions].map(([date, { kind, name }]) => [date, kind, name]).toSorted(byFirst),
      [...definite_years].toSorted((one, other) => one - other),
    ])
  return text(a) === text(b)
}

function byFirst([a = '']: readonly string[], [b = '']: readonly string[]): number {
  return a < b ? -1 : 1
}
