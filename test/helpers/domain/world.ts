import { chinaCalendar } from '../../../src/domain/china-calendar.js'
import { DEFAULT_HOURS } from '../../../src/domain/hours.js'
import { dateOf, type Instant, instantOf, type LocalDate } from '../../../src/domain/instant.js'
import { DEFAULT_POLICY, type Policy } from '../../../src/domain/policy.js'
import type { Rules } from '../../../src/domain/rules.js'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

const CALENDAR = chinaCalendar('c1', 'Asia/Shanghai')

/** The rules of a Chinese office; timers are not spread, so that `wake_at` is `at`. */
export function rulesWith(policy: Partial<Policy> = {}): Rules {
  return {
    calendar: CALENDAR,
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
