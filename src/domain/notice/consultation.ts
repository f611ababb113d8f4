import { addWorkingDays } from '../calendar.js'
import { serviceDate } from '../hours.js'
import type { Instant } from '../instant.js'
import type { Rules } from '../rules.js'
import type { Handling } from '../vocabulary.js'
import { endOfDay } from '../zone.js'

/** What a unit says of a line it is shown before the notice is issued: 属实, 误报, 已改. */
export const CONSULT_ANSWERS = ['confirmed', 'false_alarm', 'fixed'] as const
export type ConsultAnswer = (typeof CONSULT_ANSWERS)[number]

export const CONSULT_ANSWER_LABELS: Readonly<Record<ConsultAnswer, string>> = {
  confirmed: '属实',
  false_alarm: '误报',
  fixed: '已改',
}

/** Working days a unit has to say something; its silence is consent. */
export const CONSULT_DAYS = 2

/** When a consultation that begins now ends (exclusive): the end of its second working day, counted like a service. */
export function consultedUntil({ calendar, hours }: Rules, now: Instant): Instant {
  const from = serviceDate(calendar, hours, now)
  return endOfDay(calendar.zone, addWorkingDays(calendar, from, CONSULT_DAYS))
}

interface Showable {
  dispatched: boolean
  unit: { open: boolean } | null
  problem: string
  line: { handling?: Handling }
}

/** Whether a unit can be shown a line: it is a unit's, says what is wrong, and may be written about. */
export function canBeShown({ dispatched, unit, problem, line }: Showable): boolean {
  return (
    dispatched &&
    unit?.open === true &&
    (line.handling ?? 'normal') === 'normal' &&
    problem.trim() !== ''
  )
}

/** Whether a unit may still be waited for: its time has not passed, and a line it was shown is unanswered. */
export function isConsulting(
  until: Instant | null,
  lines: readonly { answer: ConsultAnswer | null }[],
  now: Instant,
): boolean {
  return until !== null && now < until && lines.some(({ answer }) => answer === null)
}

/** Whether an answer has to be explained: one that contradicts the office. */
export function wantsWords(answer: ConsultAnswer): boolean {
  return answer !== 'confirmed'
}
