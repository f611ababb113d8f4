import { addWorkingDays } from '../calendar.js'
import { isUrgentLine } from '../catalogue.js'
import type { Line } from '../commands.js'
import { serviceDate } from '../hours.js'
import type { Instant } from '../instant.js'
import type { Rules } from '../rules.js'
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

/**
 * What a message about an asking is known by: that it began, that it has all its answers (told anew where one was replaced
 * after that), and that its time is over.
 */
export const askedCause = (asked_at: Instant): string => `consultation/${asked_at}`
export const answeredCause = (
  asked_at: Instant,
  replaced: { finding_id: string; at: Instant } | null,
): string =>
  replaced ? `${askedCause(asked_at)}/${replaced.finding_id}/${replaced.at}` : askedCause(asked_at)
export const overCause = (asked_at: Instant): string => `consultation_over/${asked_at}`

/** When a consultation that begins now ends (exclusive): the end of its second working day, counted like a service. */
export function consultedUntil({ calendar, hours }: Rules, now: Instant): Instant {
  const from = serviceDate(calendar, hours, now)
  return endOfDay(calendar.zone, addWorkingDays(calendar, from, CONSULT_DAYS))
}

interface Showable {
  dispatched: boolean
  unit: { open: boolean; reachable: boolean } | null
  problem: string
  severity_confirmed: boolean
  line: Partial<Line>
}

/**
 * Whether a unit can be shown a line: it is a unit's that can be reached, says what is wrong, and may be written about.
 * Nobody's silence is consent who was never asked.
 */
export function canBeShown({ dispatched, unit, problem, line }: Showable): boolean {
  const normal = (line.handling ?? 'normal') === 'normal'
  return dispatched && unit?.open === true && unit.reachable && normal && problem.trim() !== ''
}

/**
 * What keeps a draft from being shown to its units, as a field of its lines: one that is still to be completed, which can only
 * be done by replacing it, or a take-down, which waits for nobody. Null where nothing does.
 */
export function keepsFromAsking(
  drafts: readonly Showable[],
): '/urgent' | '/unit_id' | '/severity_confirmed' | null {
  const lines = drafts.filter(({ dispatched }) => dispatched)
  if (lines.some(({ line }) => isUrgentLine(line))) return '/urgent'
  if (lines.some(({ line }) => !line.unit_id)) return '/unit_id'
  return lines.every((one) => one.severity_confirmed) ? null : '/severity_confirmed'
}

/** Whether a unit may still be waited for: a line it was shown is unanswered, and its time has not passed. */
export function isConsulting(
  lines: readonly { answer: ConsultAnswer | null; until: Instant }[],
  now: Instant,
): boolean {
  return lines.some(({ answer, until }) => answer === null && now < until)
}

/** Whether an answer has to be explained: one that contradicts the office. */
export function wantsWords(answer: ConsultAnswer): boolean {
  return answer !== 'confirmed'
}
