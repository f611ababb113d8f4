import {
  dateOf,
  fromEpoch,
  type Instant,
  type LocalDate,
  type LocalTime,
  plusDays,
  timeOf,
  toEpoch,
} from './instant.js'

const DAY_MS = 86_400_000
const SHANGHAI = 'Asia/Shanghai'
const SHANGHAI_OFFSET_MS = 8 * 3_600_000
/** China gave up summer time in 1991; since then its offset is a constant and Intl need not be asked. */
const SHANGHAI_STEADY_FROM = Date.UTC(1992, 0, 1)

/**
 * The instant of a local time. A time skipped by a change of clocks is the moment after it, a repeated one its
 * first occurrence, so 00:00 is always the start of the day. `24:00` is the start of the next day.
 * RangeError for an unknown zone.
 */
export function instantAt(zone: string, date: LocalDate, time: LocalTime | '24:00'): Instant {
  if (time === '24:00') return endOfDay(zone, date)
  const local = Date.parse(`${date}T${time}:00.000Z`)
  if (zone === SHANGHAI && local >= SHANGHAI_STEADY_FROM + DAY_MS) {
    return fromEpoch(local - SHANGHAI_OFFSET_MS)
  }
  const candidates = [local - DAY_MS, local + DAY_MS].map((near) => local - offsetMs(zone, near))
  const real = candidates.filter((at) => at + offsetMs(zone, at) === local)
  return fromEpoch(real.length > 0 ? Math.min(...real) : Math.max(...candidates))
}

/** The first instant that no longer belongs to the day: 00:00 of the next. RangeError for an unknown zone. */
export function endOfDay(zone: string, date: LocalDate): Instant {
  return instantAt(zone, plusDays(date, 1), timeOf('00:00'))
}

/** The day an instant falls on in the zone. RangeError for an unknown zone. */
export function localDateOf(zone: string, at: Instant): LocalDate {
  return dateOf(localText(zone, at).slice(0, 10))
}

/** The time of day of an instant in the zone, whole minutes. RangeError for an unknown zone. */
export function localTimeOf(zone: string, at: Instant): LocalTime {
  return timeOf(localText(zone, at).slice(11, 16))
}

function localText(zone: string, at: Instant): string {
  const ms = toEpoch(at)
  return new Date(ms + offsetMs(zone, ms)).toISOString()
}

/** What the zone's clocks show minus UTC, at an epoch. */
function offsetMs(zone: string, ms: number): number {
  if (zone === SHANGHAI && ms >= SHANGHAI_STEADY_FROM) return SHANGHAI_OFFSET_MS
  const parts = new Map(
    formatterOf(zone)
      .formatToParts(ms)
      .map(({ type, value }) => [type, value]),
  )
  const part = (type: Intl.DateTimeFormatPartTypes, width = 2) =>
    (parts.get(type) ?? '').padStart(width, '0')
  const day = `${part('year', 4)}-${part('month')}-${part('day')}`
  const shown = Date.parse(`${day}T${part('hour')}:${part('minute')}:${part('second')}.000Z`)
  return shown - Math.floor(ms / 1000) * 1000
}

/** Formatters are dear to build and few: one per zone in use. */
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formatters.set(zone, made)
  return made
}
