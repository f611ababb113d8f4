import { addWorkingDays } from './calendar.js'
import { countedSince, dueAfter, dueOn } from './due-counted.js'
import type { CountedSince } from './due-date.js'
import type { MovedDue } from './events.js'
import type { Due, Finding } from './finding.js'
import { closingsBetween } from './hours.js'
import { type Instant, later } from './instant.js'
import { pausing } from './requests.js'
import type { Rules } from './rules.js'
import type { RequestKind } from './vocabulary.js'
import { localDateOf } from './zone.js'

/** A refused extension leaves at least the next working day after the decision; null where the due stays. */
export function dueAfterRefusal(rules: Rules, now: Instant, current: Due): Due | null {
  const due = dueAfter(rules, 'extension_refused', localDateOf(rules.calendar.zone, now), 1)
  return due.at > current.at ? due : null
}

/**
 * What the end of the pause of a request does to the due: moved by the working days whose closing time lies in the
 * pause, at the earliest to the next working day's end. Days that were late before are not forgiven: lateness runs on
 * from the due that had passed, or from an earlier one, moved by the same days. Null where there was no pause, another
 * goes on, or nothing moves.
 */
export function dueAfterPause(
  rules: Rules,
  finding: Pick<Finding, 'due' | 'late_from' | 'dispute' | 'transfer'>,
  kind: RequestKind,
  ended_at: Instant,
): MovedDue | null {
  const { due, late_from } = finding
  const [paused, ...others] = pausing(finding)
  if (!due || paused?.kind !== kind || others.length > 0) return null
  const { paused_since: paused_at } = paused.request
  const pause = { since: 'pause', paused_at, ended_at: later(paused_at, ended_at) } as const
  const moved = resumedDue(rules, { ...pause, due, floor: true })
  if (moved.at === due.at) return null
  const late = late_from ?? (due.at <= paused_at ? due : null)
  return {
    due: moved,
    late_from: late && resumedDue(rules, { ...pause, due: late, floor: false }),
  }
}

/** The same time of day as many working days later as closed during the pause, or the next working day's end. */
export function resumedDue(rules: Rules, pause: CountedSince & { since: 'pause' }): Due {
  const { calendar, hours } = rules
  const { due, paused_at, ended_at, floor } = pause
  const days = closingsBetween(calendar, hours, paused_at, ended_at)
  const resumed = postponed(rules, due, days)
  const least = dueAfter(rules, 'pause_ended', localDateOf(calendar.zone, ended_at), 1)
  const moved = floor && resumed.at < least.at ? least : resumed
  return moved === due ? due : countedSince(moved, pause)
}

/** The same time of day some working days later. */
function postponed(rules: Rules, due: Due, days: number): Due {
  if (days === 0) return due
  const date = addWorkingDays(rules.calendar, due.date, days)
  return dueOn(rules, 'pause_ended', due.date, days, date, due.time)
}
