import type { ConsultationFact } from '../../db/consultation.js'
import type { WaitingMessage } from '../../db/message.js'
import { type Instant, plusMs } from '../../domain/instant.js'
import { localDateOf } from '../../domain/zone.js'
import type { ConsultationInput, ConsultedNotice } from '../../mail/messages/consultation.js'
import type { Moment } from './facts.js'

type Asked = Pick<WaitingMessage, 'kind' | 'notice_id' | 'unit_id' | 'cause'>

/** What a unit is asked about a draft; null once that is out, its time has passed or everything was answered. */
export function consultationTo(
  { kind, notice_id, unit_id, cause }: Asked,
  lines: readonly ConsultationFact[],
  { now, rules }: Moment,
): ConsultationInput | null {
  if (kind !== 'consultation') return null
  const own = lines.filter(
    (line) =>
      line.notice_id === notice_id &&
      line.unit_id === unit_id &&
      cause === `consultation/${line.asked_at}` &&
      line.handling === 'normal' &&
      line.answer === null &&
      now < line.until,
  )
  const [first] = own
  if (!first) return null
  const until = localDateOf(rules.calendar.zone, lastMoment(first.until))
  return { title: first.title, until, lines: own }
}

/**
 * What the units have said of a draft: when nobody is waited for any more, or when the time is over and somebody was
 * silent. Null once the draft is out.
 */
export function consultedNotice(
  { kind, notice_id }: Asked,
  lines: readonly ConsultationFact[],
): ConsultedNotice | null {
  const all = lines.filter((line) => line.notice_id === notice_id)
  const [first] = all
  const silent = all.filter(({ answer }) => answer === null).length
  const says = kind === 'consultation_answered' || (kind === 'consultation_over' && silent > 0)
  if (!first || !says) return null
  const answers = { confirmed: 0, false_alarm: 0, fixed: 0 }
  for (const { answer } of all) if (answer) answers[answer] += 1
  return { title: first.title, answers, silent }
}

/** The drafts that messages speak of before they are issued. */
export function consulted(
  messages: readonly Pick<WaitingMessage, 'kind' | 'notice_id'>[],
): string[] {
  const about = messages.filter(({ kind }) => kind.startsWith('consultation'))
  return about.flatMap(({ notice_id }) => notice_id ?? [])
}

/** The end of a day is no longer that day. */
function lastMoment(until: Instant): Instant {
  return plusMs(until, -1)
}
