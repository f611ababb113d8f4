import type { ConsultationFact } from '../../db/consultation.js'
import type { WaitingMessage } from '../../db/message.js'
import { type Instant, plusMs } from '../../domain/instant.js'
import { localDateOf } from '../../domain/zone.js'
import type { ConsultationInput, ConsultedNotice } from '../../mail/messages/consultation.js'
import type { Moment } from './facts.js'

type Asked = Pick<WaitingMessage, 'kind' | 'notice_id' | 'unit_id' | 'cause'>

/** What a unit is asked about a draft; null once that is out, its time has passed or everything was answered. */
export function consultationTo(
  message: Asked,
  lines: readonly ConsultationFact[],
  { now, rules }: Moment,
): ConsultationInput | null {
  if (message.kind !== 'consultation') return null
  const own = asked(message, lines).filter(
    ({ unit_id, answer, until }) => unit_id === message.unit_id && answer === null && now < until,
  )
  const [first] = own
  if (!first) return null
  const until = localDateOf(rules.calendar.zone, lastMoment(first.until))
  return { title: first.title, until, lines: own }
}

/** What the units said of a draft that waits for nobody any more; null once it is out. */
export function consultedNotice(
  message: Asked,
  lines: readonly ConsultationFact[],
): ConsultedNotice | null {
  if (message.kind !== 'consultation_answered') return null
  const all = asked(message, lines)
  const [first] = all
  if (!first) return null
  const answers = { confirmed: 0, false_alarm: 0, fixed: 0 }
  for (const { answer } of all) if (answer) answers[answer] += 1
  return { title: first.title, answers }
}

/** The drafts that messages speak of before they are issued. */
export function consulted(
  messages: readonly Pick<WaitingMessage, 'kind' | 'notice_id'>[],
): string[] {
  const about = messages.filter(({ kind }) => kind.startsWith('consultation'))
  return about.flatMap(({ notice_id }) => notice_id ?? [])
}

/** The lines of that very asking, while their notice is a draft. */
function asked(
  { notice_id, cause }: Asked,
  lines: readonly ConsultationFact[],
): ConsultationFact[] {
  return lines.filter(
    (line) =>
      line.notice_id === notice_id &&
      line.notice_status === 'draft' &&
      cause === `consultation/${line.asked_at}`,
  )
}

/** The end of a day is no longer that day. */
function lastMoment(until: Instant): Instant {
  return plusMs(until, -1)
}
