import type { Calendar, DayException } from '../../src/domain/calendar.js'
import { fromEpoch, type LocalDate, plusDays } from '../../src/domain/instant.js'
import { localDateOf } from '../../src/domain/zone.js'

const HOUR = 3_600_000

/** A zone in which it is about noon now, so that whatever the hour the run stays within one working day. */
export function noonZone(now: number): { zone: string; hours: number } {
  const hours = 12 - new Date(now).getUTCHours()
  return { zone: `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`, hours }
}

/** The wall's `HH:MM` in a zone so many hours east. */
export function wallTime(at: number, hours: number): string {
  return new Date(at + hours * HOUR).toISOString().slice(11, 16)
}

/** Every day of this and the neighbouring years is worked: the run may fall on any. */
export function everyDay(version: string, zone: string, now: number): Calendar {
  const today = localDateOf(zone, fromEpoch(now))
  const year = Number(today.slice(0, 4))
  const exceptions = new Map<LocalDate, DayException>()
  for (let day = -30; day < 120; day += 1) {
    exceptions.set(plusDays(today, day), { kind: 'workday', name: '上班' })
  }
  return { version, zone, exceptions, definite_years: new Set([year - 1, year, year + 1]) }
}
