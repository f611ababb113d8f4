import type { z } from 'zod'
import type { calendarHead, calendarVersion } from '../../contracts/calendars.js'
import type { CalendarHead, CalendarVersion } from '../../db/calendar.js'

/** A version of a calendar without its days; `current` is the id of the one in force. */
export function presentCalendarHead(
  head: CalendarHead,
  current: string,
): z.input<typeof calendarHead> {
  return { ...head, current: head.id === current }
}

/** A version with the days that are not as their weekday has them, in order. */
export function presentCalendar(
  { head, calendar }: CalendarVersion,
  current: string,
): z.input<typeof calendarVersion> {
  const days = [...calendar.exceptions].map(([date, { kind, name }]) => ({ date, kind, name }))
  return {
    ...presentCalendarHead(head, current),
    days: days.toSorted((a, b) => (a.date < b.date ? -1 : 1)),
  }
}
