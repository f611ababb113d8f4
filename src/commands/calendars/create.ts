import { type CalendarVersion, findCalendar, insertCalendar } from '../../db/calendar.js'
import { findOffice } from '../../db/office.js'
import { lockOffice } from '../../db/office-clock.js'
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
      return findOffice(tx, office_id)
    },
    async act(tx, office) {
      if (!office) throw new CommandError('NOT_FOUND')
      const before = await findCalendar(tx, office_id, based_on ?? office.calendar_version_id)
      if (!before) {
        throw new CommandError('UNKNOWN_REFERENCE', null, [{ field: '/based_on', line: null }])
      }
      const days = changed(before.calendar, request)
      if (isSame(before.calendar, days)) {
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
