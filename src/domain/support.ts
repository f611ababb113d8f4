import { addWorkingDays, previousWorkingDay } from './calendar.js'
import type { Finding, Support } from './finding.js'
import { dateOf, daysBetween, type LocalDate } from './instant.js'
import type { Rules } from './rules.js'
import { localDateOf } from './zone.js'

/** Working days that supporting units are to be done before the unit that answers. */
const EARLIER = 2

/**
 * The day by which a supporting unit is to contribute: two working days before the due, or before the last working day where the
 * due is a day off. The due's own day where that would leave it no day after the service, the beginning of the turn that
 * runs, or the day it was asked; null without a due.
 */
export function supportDue(
  { due, service_date, turn_since }: Pick<Finding, 'due' | 'service_date' | 'turn_since'>,
  { asked_at }: Support,
  { calendar }: Pick<Rules, 'calendar'>,
): LocalDate | null {
  if (!due) return null
  const day = addWorkingDays(calendar, previousWorkingDay(calendar, due.date), -EARLIER)
  const since = [asked_at, turn_since ?? asked_at].map((at) => localDateOf(calendar.zone, at))
  return [...since, ...(service_date ? [service_date] : [])].every((begun) => begun < day)
    ? day
    : due.date
}

/** Whether a unit is still to contribute. */
export function isAwaited({ ended, done_at }: Support): boolean {
  return !ended && done_at === null
}

/** The units that help with a finding now, in the order in which they were asked. */
export function supportingUnits({ supports }: Pick<Finding, 'supports'>): string[] {
  return (supports ?? []).filter(({ ended }) => !ended).map(({ unit_id }) => unit_id)
}

/**
 * The units that may hand in what they have for the answer of another: those that help with it, and the one below to which
 * that has passed the work on.
 */
export function contributingUnits(finding: Pick<Finding, 'supports' | 'delegated_to'>): string[] {
  const passed_on = finding.delegated_to?.unit_id ?? null
  const helping = supportingUnits(finding)
  return passed_on === null || helping.includes(passed_on) ? helping : [...helping, passed_on]
}

/** Whether somebody works on it for the unit that answers, and has not given all they had. */
export function isPassedOn({ delegated_to }: Pick<Finding, 'delegated_to'>): boolean {
  return delegated_to !== null && !delegated_to.done_at
}

/** Whether a unit that helped neither helps any more nor has the finding itself. */
export function isReleased(
  finding: Pick<Finding, 'supports' | 'unit_id'>,
  unitId: string | null,
): boolean {
  return finding.unit_id !== unitId && !supportingUnits(finding).some((id) => id === unitId)
}

/**
 * The step of a reminder: by the place of its unit among those asked, the day by which that is to contribute and the policy's
 * offset, 0 or negative. One asked anew with another day has reminders of its own, whatever came before.
 */
export function supportStep(place: number, day: LocalDate, offset: number): number {
  return (place + 1) * STEPS_OF_ONE + daysBetween(EPOCH, day) * 100 - offset
}

/** The place of the unit that a reminder's step speaks to. */
export function placeOfStep(step: number): number {
  return Math.floor(step / STEPS_OF_ONE) - 1
}

/** More than any day and offset make; two hundred places of it fit the column. */
const STEPS_OF_ONE = 10_000_000
const EPOCH = dateOf('1970-01-01')
