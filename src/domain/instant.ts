/**
 * Instants and local days as branded strings. Both compare correctly with `<`: an instant is always
 * `YYYY-MM-DDTHH:mm:ss.sssZ`, a day always `YYYY-MM-DD`, a time of day always `HH:mm`.
 */
declare const instant: unique symbol
declare const localDate: unique symbol
declare const localTime: unique symbol

export type Instant = string & { readonly [instant]: true }
export type LocalDate = string & { readonly [localDate]: true }
export type LocalTime = string & { readonly [localTime]: true }

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
const INSTANT_LENGTH = 'YYYY-MM-DDTHH:mm:ss.sssZ'.length
const DATE_LENGTH = 'YYYY-MM-DD'.length
const DATE = /^(\d{4})-(\d\d)-(\d\d)$/
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/

/** Whether the text is a UTC instant to the millisecond that exists. */
export function isInstant(text: string): text is Instant {
  const ms = INSTANT.test(text) ? Date.parse(text) : Number.NaN
  return !Number.isNaN(ms) && new Date(ms).toISOString() === text
}

/** What a Date writes is an instant unless its year has more than four digits: no need to read it back. */
function isPlain(written: string): written is Instant {
  return written.length === INSTANT_LENGTH
}

function isDay(written: string): written is LocalDate {
  return written.length === DATE_LENGTH
}

/** Whether the text is a day that exists; 2022-02-30 is none. */
export function isLocalDate(text: string): text is LocalDate {
  return DATE.test(text) && isInstant(`${text}T00:00:00.000Z`)
}

/** Whether the text is a time of day from 00:00 to 23:59. */
export function isLocalTime(text: string): text is LocalTime {
  return TIME.test(text)
}

/** The instant a text names; throws RangeError for anything but the canonical form. */
export function instantOf(text: string): Instant {
  if (!isInstant(text)) throw new RangeError(`not an instant: ${text}`)
  return text
}

/** The day a text names; throws RangeError for anything but an existing YYYY-MM-DD. */
export function dateOf(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError(`not a day: ${text}`)
  return text
}

/** The time of day a text names; throws RangeError for anything but HH:mm. */
export function timeOf(text: string): LocalTime {
  if (!isLocalTime(text)) throw new RangeError(`not a time of day: ${text}`)
  return text
}

/** The instant of an epoch in milliseconds; throws RangeError outside the years 0 to 9999. */
export function fromEpoch(ms: number): Instant {
  const text = new Date(ms).toISOString()
  if (!isPlain(text)) throw new RangeError(`not an instant: ${text}`)
  return text
}

/** The day in UTC of an epoch in milliseconds; throws RangeError outside the years 0 to 9999. */
export function dayFromEpoch(ms: number): LocalDate {
  const day = fromEpoch(ms).slice(0, DATE_LENGTH)
  if (!isDay(day)) throw new RangeError(`not a day: ${day}`)
  return day
}

/** Milliseconds since 1970, for arithmetic and for timers. */
export function toEpoch(at: Instant): number {
  return Date.parse(at)
}

/** The instant so many milliseconds later (earlier when negative). */
export function plusMs(at: Instant, ms: number): Instant {
  return fromEpoch(toEpoch(at) + ms)
}

/** The day so many calendar days later (earlier when negative). */
export function plusDays(date: LocalDate, days: number): LocalDate {
  return dayFromEpoch(Date.parse(date) + days * 86_400_000)
}

/** Calendar days from one day to another; negative where that is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000
}

/** The later of two instants. */
export function later(a: Instant, b: Instant): Instant {
  return a < b ? b : a
}

/** The earlier of two instants. */
export function earlier(a: Instant, b: Instant): Instant {
  return a < b ? a : b
}
