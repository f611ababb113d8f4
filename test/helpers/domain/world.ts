import type { Calendar, DayException } from '../../../src/domain/calendar.js'
import { chinaCalendar } from '../../../src/domain/china-calendar.js'
import { DEFAULT_HOURS } from '../../../src/domain/hours.js'
import { dateOf, type Instant, instantOf, type LocalDate } from '../../../src/domain/instant.js'
import { DEFAULT_POLICY, type Policy } from '../../../src/domain/policy.js'
import type { Rules } from '../../../src/domain/rules.js'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

const CALENDAR = chinaCalendar('c1', 'Asia/Shanghai')

/** The same with days that the office changed: two days off, a Sunday and a holiday worked. */
const CHANGED: Calendar = {
  ...CALENDAR,
  version: 'c2',
  exceptions: new Map([
    ...CALENDAR.exceptions,
    ...['2026-03-05', '2026-03-16', '2026-04-01', '2026-09-30'].map((date) => off(date)),
    ...['2026-03-08', '2026-04-06', '2026-10-05'].map((date) => worked(date)),
  ]),
}

/** Before the arrangement of the year was announced: its Mondays to Fridays, provisionally. */
const PROVISIONAL: Calendar = {
  ...CALENDAR,
  version: 'c3',
  exceptions: new Map([...CALENDAR.exceptions].filter(([date]) => date < '2026-01-01')),
  definite_years: new Set([...CALENDAR.definite_years].filter((year) => year !== 2026)),
}

/** Versions of an office's calendar, the usual one first. */
export const CALENDARS = { usual: CALENDAR, changed: CHANGED, provisional: PROVISIONAL }

function off(date: string): [LocalDate, DayException] {
  return [dateOf(date), { kind: 'holiday', name: '台风停工' }]
}

function worked(date: string): [LocalDate, DayException] {
  return [dateOf(date), { kind: 'workday', name: '补班' }]
}

/** The rules of a Chinese office; timers are not spread, so that `wake_at` is `at`. */
export function rulesWith(policy: Partial<Policy> = {}, calendar: Calendar = CALENDAR): Rules {
  return {
    calendar,
    hours: DEFAULT_HOURS,
    policy: { ...DEFAULT_POLICY, spread_minutes: 0, ...policy },
  }
}

/** `2026-03-16 09:00` (or with `:ss.sss`) on the office's wall, counted without the code under test. */
export function local(text: string): Instant {
  const [day, time = '00:00'] = text.split(' ')
  return instantOf(new Date(`${day}T${time}+08:00`).toISOString())
}

/** A day's text as a day. */
export const day = (text: string): LocalDate => dateOf(text)
